package org.commitcast.ingest.checkout;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.commitcast.guardedhttp.RefusedAddressException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** What a failed exchange means to the owner of the repository. */
final class Reasons {
    private Reasons() {}

    /** In one sentence, without credentials. */
    static String of(Exception failure, GitAccess access) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = known(cause, access);
            if (reason != null) {
                return reason;
            }
        }
        String said = String.valueOf(failure.getMessage()).replace(access.address() + ": ", "");
        String secret = access.password();
        return "The repository could not be read: " + (secret == null ? said : said.replace(secret, "…")) + ".";
    }

    private static @org.jspecify.annotations.Nullable String known(Throwable cause, GitAccess access) {
        String host = access.address().uri().getHost();
        if (cause instanceof RefusedAddressException) {
            return "Connecting to this address is not allowed here: " + cause.getMessage() + ".";
        } else if (cause instanceof UnknownHostException) {
            return "There is no host " + host + ".";
        } else if (cause instanceof SocketTimeoutException) {
            return host + " did not answer in time.";
        } else if (cause instanceof ConnectException) {
            return host + " refused the connection.";
        } else if (cause instanceof SSLException) {
            return host + " has no certificate that this machine trusts.";
        } else if (cause instanceof NoRemoteRepositoryException) {
            return "There is no repository at this address, or these credentials may not see it.";
        } else if (isRefusal(cause)) {
            return access.hasCredentials()
                    ? "The repository refused the credentials."
                    : "The repository asks for credentials.";
        }
        return null;
    }

    /** Whether the other side said no, so that only a person can help. */
    static boolean isRefusal(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("not authorized")
                || message.contains("authentication is required")
                || message.contains("not permitted")
                || message.contains("403");
    }
}
