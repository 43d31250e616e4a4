package org.commitcast.ingest.checkout;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.commitcast.guardedhttp.RefusedAddressException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/** What a failed exchange means to the owner of the repository. */
final class Reasons {
    /** Git's own {@code receive-pack} of all ages, and JGit's. */
    private static final Pattern RACE = Pattern.compile(
            "(?i)failed to (lock|update ref)|(cannot|unable to) lock|lock failure|incorrect old value|but expected [0-9a-f]{7}");

    /** A status behind the address, which may hold any number itself. */
    private static final Pattern FORBIDDEN = Pattern.compile(": 403\\b");

    private static final int LONGEST_WORDS = 300;

    private final RepositoryAddress address;
    private final Optional<Login> login;

    Reasons(RepositoryAddress address, Optional<Login> login) {
        this.address = address;
        this.login = login;
    }

    /** In one sentence, without credentials. */
    String of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = known(cause);
            if (reason != null) {
                return reason;
            }
        }
        String said = String.valueOf(failure.getMessage()).replace(address + ": ", "");
        String open = login.map(known -> said.replace(known.password(), "…")).orElse(said);
        return "The repository could not be read: " + open + ".";
    }

    private @Nullable String known(Throwable cause) {
        String host = address.uri().getHost();
        if (cause instanceof RefusedAddressException) {
            return "Connecting to this address is not allowed here: " + cause.getMessage() + ".";
        } else if (cause instanceof OtherServerException) {
            return cause.getMessage();
        } else if (cause instanceof UnknownHostException) {
            return "There is no host " + host + ".";
        } else if (cause instanceof SocketTimeoutException) {
            return host + " did not answer in time (commitcast.checkout.read-timeout).";
        } else if (cause instanceof ConnectException) {
            return host + " refused the connection.";
        } else if (cause instanceof SSLException) {
            return host + " has no certificate that this machine trusts.";
        } else if (cause instanceof NoRemoteRepositoryException) {
            return "There is no repository at this address, or these credentials may not see it.";
        } else if (said(cause).contains("server key did not validate")) {
            return host + " shows another ssh key than the one that is known of it (COMMITCAST_SSH_KNOWN_HOSTS).";
        } else if (isRefusal(cause)) {
            return login.isPresent() || address.isSsh()
                    ? "The repository refused the credentials."
                    : "The repository asks for credentials.";
        }
        return null;
    }

    /** Whether the other side said no, so that only a person can help. */
    static boolean isRefusal(Throwable cause) {
        String message = said(cause);
        return message.contains("not authorized")
                || message.contains("authentication is required")
                || message.contains("not permitted")
                || message.contains("no more authentication methods")
                || message.contains("cannot log in")
                || FORBIDDEN.matcher(message).find();
    }

    /** Whether a push was rejected because somebody else was writing the branch just then, in the words of servers. */
    static boolean isRace(String rejection) {
        return RACE.matcher(rejection).find();
    }

    /** A rejection with what the server told people beside it: forges say there what rule it is. */
    static String withWords(String rejection, @Nullable String told) {
        String words = String.valueOf(told == null ? "" : told)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceAll("(?i)\\bremote: |={3,}", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        String most = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
        return most.isEmpty() ? rejection : rejection + " (" + most + ")";
    }

    private static String said(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }
}
