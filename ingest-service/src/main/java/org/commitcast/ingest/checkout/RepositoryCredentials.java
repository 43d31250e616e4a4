package org.commitcast.ingest.checkout;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.commitcast.ingest.githubapp.AppLogin;
import org.commitcast.ingest.githubapp.GitHubApps;
import org.commitcast.ingest.githubapp.TokenRefusedException;
import org.jspecify.annotations.Nullable;

/** How a repository lets us in. None of them prints what is secret. */
public sealed interface RepositoryCredentials {

    /** A repository that everybody may read. */
    static RepositoryCredentials none() {
        return new Open();
    }

    /** Who we are in Git over HTTP; nothing where nobody is to be named. */
    default Optional<Login> login(URI repository, GitHubApps apps) throws TokenRefusedException {
        return Optional.empty();
    }

    /** The {@code Authorization} header for the forge's API; nothing where these serve Git only. */
    default Optional<String> authorization(URI repository, GitHubApps apps) throws TokenRefusedException {
        return login(repository, apps).map(login -> "Bearer " + login.password());
    }

    /** The private key for Git over ssh. */
    default Optional<String> sshKey() {
        return Optional.empty();
    }

    /** Nothing to show. */
    record Open() implements RepositoryCredentials {}

    /** A user's password, or a token that is bound to the user. */
    record Password(String user, String password) implements RepositoryCredentials {
        @Override
        public Optional<Login> login(URI repository, GitHubApps apps) {
            return Optional.of(new Login(user, password));
        }

        @Override
        public Optional<String> authorization(URI repository, GitHubApps apps) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }

        @Override
        public String toString() {
            return "password of " + user;
        }
    }

    /**
     * A forge's access token.
     *
     * @param user whom the forge wants named beside it; absent means what serves at most forges
     */
    record Token(@Nullable String user, String token) implements RepositoryCredentials {
        @Override
        public Optional<Login> login(URI repository, GitHubApps apps) {
            return Optional.of(user == null ? Login.byToken(repository.getHost(), token) : new Login(user, token));
        }

        @Override
        public String toString() {
            return "token";
        }
    }

    /** A GitHub App, whose tokens hold for an hour. */
    record App(AppLogin app) implements RepositoryCredentials {
        @Override
        public Optional<Login> login(URI repository, GitHubApps apps) throws TokenRefusedException {
            return Optional.of(Login.byToken(repository.getHost(), apps.token(app, repository)));
        }

        @Override
        public String toString() {
            return "App " + app.appId();
        }
    }

    /**
     * A key for ssh.
     *
     * @param key in OpenSSH's form or PEM
     * @param token for the forge's API, which knows no ssh
     */
    record SshKey(String key, @Nullable String token) implements RepositoryCredentials {
        @Override
        public Optional<String> authorization(URI repository, GitHubApps apps) {
            return Optional.ofNullable(token).map("Bearer "::concat);
        }

        @Override
        public Optional<String> sshKey() {
            return Optional.of(key);
        }

        @Override
        public String toString() {
            return "ssh key";
        }
    }
}
