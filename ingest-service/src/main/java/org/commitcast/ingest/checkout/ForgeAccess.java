package org.commitcast.ingest.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.commitcast.ingest.githubapp.GitHubApps;
import org.commitcast.ingest.githubapp.TokenRefusedException;

/** A repository's credentials, made into what its forge asks for: over Git, and over its API. */
@ApplicationScoped
public class ForgeAccess {
    private final GitHubApps apps;

    ForgeAccess(GitHubApps apps) {
        this.apps = apps;
    }

    /**
     * The {@code Authorization} header for calls to the API of the repository's forge; nothing where the site has no
     * credentials that serve there. It is to go to no other host than the forge's, and into no log.
     *
     * @throws RepositoryUnavailableException where a GitHub App gets no token now
     */
    public Optional<String> authorization(GitAccess access) throws RepositoryUnavailableException {
        try {
            return access.credentials().authorization(access.address().uri(), apps);
        } catch (TokenRefusedException e) {
            throw unavailable(e);
        }
    }

    /**
     * Whether a repository's own credentials may go to an API that its owner names.
     *
     * @param usual where the API of the repository's forge usually is
     */
    public boolean serves(String usual, URI api) {
        return new RepositoryAddress(URI.create(usual)).sameServer(api);
    }

    Optional<Login> login(GitAccess access) throws RepositoryUnavailableException {
        try {
            return access.credentials().login(access.address().uri(), apps);
        } catch (TokenRefusedException e) {
            throw unavailable(e);
        }
    }

    /** The repository's server did not take it. */
    void refused(Login login) {
        apps.forget(login.password());
    }

    private static RepositoryUnavailableException unavailable(TokenRefusedException e) {
        return new RepositoryUnavailableException(String.valueOf(e.getMessage()), e, e.retryAfter());
    }
}
