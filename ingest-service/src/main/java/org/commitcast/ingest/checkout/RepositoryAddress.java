package org.commitcast.ingest.checkout;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a repository, without credentials: https, http to allowed hosts, file where the deployment says so. */
public record RepositoryAddress(URI uri) {

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with a message for people where it cannot be one
     */
    public static RepositoryAddress parse(String text, boolean allowLocal) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The repository's address is not a URL.");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The repository's address must not hold credentials; give username and password instead.");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The repository's address must end with its path.");
        }
        boolean remote = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        boolean local =
                scheme.equals("file") && uri.getPath() != null && uri.getPath().startsWith("/");
        if (local && !allowLocal) {
            throw new IllegalArgumentException(
                    "Repositories on this machine's disk are not allowed here (COMMITCAST_ALLOW_LOCAL_REPOSITORIES).");
        }
        if (!remote && !local) {
            throw new IllegalArgumentException("The repository's address must begin with https://.");
        }
        return new RepositoryAddress(uri);
    }

    /** Whether it lies on this machine's disk. */
    boolean isLocal() {
        return "file".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether another address belongs to the same server, so that credentials may go there. */
    boolean sameServer(URI other) {
        return String.valueOf(uri.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(uri.getHost()).equalsIgnoreCase(other.getHost())
                && uri.getPort() == other.getPort();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
