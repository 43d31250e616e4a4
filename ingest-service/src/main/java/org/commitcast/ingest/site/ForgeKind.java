package org.commitcast.ingest.site;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of forges, by the names that definitions use, and where their APIs are. */
public enum ForgeKind {
    GITHUB("/api/v3"),
    GITLAB("/api/v4"),
    GITEA("/api/v1"),
    FORGEJO("/api/v1"),
    BITBUCKET("/2.0"),
    BITBUCKET_SERVER("");

    private final String usualPath;

    ForgeKind(String usualPath) {
        this.usualPath = usualPath;
    }

    /** As definitions write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The header that carries a token. */
    public String authorization(String token) {
        return (this == GITEA || this == FORGEJO ? "token " : "Bearer ") + token;
    }

    static Optional<ForgeKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(ForgeKind::label).collect(Collectors.joining(", "));
    }

    /** That of a host that everybody knows. */
    static Optional<ForgeKind> ofHost(@Nullable String host) {
        return switch (String.valueOf(host).toLowerCase(Locale.ROOT)) {
            case "github.com" -> Optional.of(GITHUB);
            case "gitlab.com" -> Optional.of(GITLAB);
            case "bitbucket.org" -> Optional.of(BITBUCKET);
            case "codeberg.org" -> Optional.of(FORGEJO);
            default -> Optional.empty();
        };
    }

    /** Where the API of a repository's server usually is, without a closing slash. */
    public String apiOf(URI repository) {
        String host = String.valueOf(repository.getHost()).toLowerCase(Locale.ROOT);
        if (host.equals("github.com") || host.equals("bitbucket.org")) {
            return "https://api." + host + (this == BITBUCKET ? usualPath : "");
        }
        String scheme = String.valueOf(repository.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        String port = web && repository.getPort() > 0 ? ":" + repository.getPort() : "";
        return (web ? scheme : "https") + "://" + host + port + usualPath;
    }
}
