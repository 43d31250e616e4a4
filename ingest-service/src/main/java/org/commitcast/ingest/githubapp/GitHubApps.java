package org.commitcast.ingest.githubapp;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commitcast.guardedhttp.GuardedHttp;
import org.jspecify.annotations.Nullable;

/** Tokens of Apps' installations, one for each repository and good for nothing but that. */
@ApplicationScoped
@Startup // A wrong key is to be seen at the start.
public class GitHubApps {
    private final GitHubConfig config;
    private final InstallationApi api;
    private final Clock clock;
    private final @Nullable AppLogin own;
    private final Map<Use, InstallationToken> tokens = new ConcurrentHashMap<>();

    /** Whose token for what; with the key, so that nobody gets a token who does not have that. */
    private record Use(AppLogin app, GitHubRepository repository) {}

    GitHubApps(GitHubConfig config, GuardedHttp http, Clock clock) {
        this.config = config;
        this.api = new InstallationApi(http);
        this.clock = clock;
        this.own = own(config);
    }

    /**
     * The deployment's App, for a repository of a site that brings none of its own. Only for repositories at the GitHub
     * whose App it is: tokens are shown to the repository's server, and nobody may have them sent to a server of theirs.
     */
    public Optional<AppLogin> deployments(URI repository) {
        return Optional.ofNullable(own)
                .filter(app -> hostOf(config.api()).equalsIgnoreCase(String.valueOf(repository.getHost())));
    }

    /** The host of the repositories that an API speaks of: its own, without {@code api.} before it. */
    static String hostOf(Optional<URI> api) {
        return api.map(URI::getHost).orElse("github.com").replaceFirst("^api\\.", "");
    }

    /**
     * A token with which the repository can be read, and whatever else the App may do there.
     *
     * @throws TokenRefusedException where GitHub gives none
     */
    public String token(AppLogin app, URI repository) throws TokenRefusedException {
        GitHubRepository place = GitHubRepository.of(repository);
        Use use = new Use(app, place);
        InstallationToken token = tokens.get(use);
        if (token == null || !token.servesAt(clock.instant())) {
            token = api.newToken(base(place), app, place, clock.instant());
            tokens.put(use, token);
        }
        return token.value();
    }

    /** A token was refused, perhaps because the App was installed anew: the next one is asked for. */
    public void forget(String refused) {
        tokens.values().removeIf(token -> token.value().equals(refused));
    }

    private URI base(GitHubRepository repository) {
        return config.api()
                .filter(api -> hostOf(config.api()).equalsIgnoreCase(repository.host()))
                .orElseGet(repository::api);
    }

    private static @Nullable AppLogin own(GitHubConfig config) {
        if (config.app().isPresent() != config.key().isPresent()) {
            throw new IllegalStateException(
                    "COMMITCAST_GITHUB_APP_ID and COMMITCAST_GITHUB_APP_KEY are given together or not at all");
        }
        if (config.app().isEmpty()) {
            return null;
        }
        String key = config.key().get();
        try {
            String pem = key.contains("-----BEGIN") ? key : Files.readString(Path.of(key.strip()));
            return new AppLogin(config.app().get(), null, AppKey.parse(pem));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "COMMITCAST_GITHUB_APP_KEY is neither an RSA private key in PEM nor the path of one");
        }
    }
}
