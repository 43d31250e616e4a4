package org.commitcast.ingest.checkout;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository, without credentials: https, http to allowed hosts, ssh and file where
 * the deployment says so.
 */
public record RepositoryAddress(URI uri) {

    /** What Git itself also takes for an address: {@code git@host:path}. */
    private static final Pattern SHORT_SSH = Pattern.compile("([A-Za-z0-9._-]+)@([A-Za-z0-9.-]+):(?!/)(.+)");

    private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80, "ssh", 22);

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with a message for people where it cannot be one
     */
    public static RepositoryAddress parse(String text, CheckoutConfig allowed) {
        URI uri = uri(text.strip());
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean ssh = scheme.equals("ssh") && uri.getHost() != null;
        String user = uri.getRawUserInfo();
        if (user != null && (!ssh || user.contains(":"))) {
            throw new IllegalArgumentException(
                    "The repository's address must not hold credentials; give username and password instead.");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The repository's address must end with its path.");
        }
        boolean remote = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        boolean local =
                scheme.equals("file") && uri.getPath() != null && uri.getPath().startsWith("/");
        if (local && !allowed.allowLocal()) {
            throw new IllegalArgumentException(
                    "Repositories on this machine's disk are not allowed here (COMMITCAST_ALLOW_LOCAL_REPOSITORIES).");
        }
        if (ssh && !allowed.ssh().allow()) {
            throw new IllegalArgumentException("Repositories over ssh are not allowed here (COMMITCAST_ALLOW_SSH).");
        }
        if (ssh && allowed.ssh().knownHosts().isEmpty()) {
            throw new IllegalArgumentException("No server is known by its ssh key here (COMMITCAST_SSH_KNOWN_HOSTS).");
        }
        if (!remote && !local && !ssh) {
            throw new IllegalArgumentException("The repository's address must begin with https://.");
        }
        return new RepositoryAddress(uri);
    }

    private static URI uri(String text) {
        Matcher shortSsh = SHORT_SSH.matcher(text);
        try {
            return new URI(
                    shortSsh.matches()
                            ? "ssh://" + shortSsh.group(1) + "@" + shortSsh.group(2) + "/" + shortSsh.group(3)
                            : text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The repository's address is not a URL.");
        }
    }

    /** Whether it is reached over HTTP, encrypted or not. */
    public boolean isHttp() {
        return !isLocal() && !isSsh();
    }

    /** Whether it is reached by ssh. */
    public boolean isSsh() {
        return "ssh".equalsIgnoreCase(uri.getScheme());
    }

    /** The port, also where it is the usual one. */
    static int port(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return uri.getPort() >= 0 ? uri.getPort() : USUAL_PORTS.getOrDefault(scheme, -1);
    }

    /** Whether it lies on this machine's disk. */
    boolean isLocal() {
        return "file".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether another address belongs to the same server, so that credentials may go there. */
    public boolean sameServer(URI other) {
        return String.valueOf(uri.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(uri.getHost()).equalsIgnoreCase(other.getHost())
                && port(uri) == port(other);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
