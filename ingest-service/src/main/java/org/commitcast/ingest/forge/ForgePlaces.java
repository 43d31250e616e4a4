package org.commitcast.ingest.forge;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.commitcast.ingest.checkout.ForgeAccess;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.site.ForgeKind;
import org.jspecify.annotations.Nullable;

/** Finds out where a site's repository is at its forge, and with which credentials it is to be spoken to. */
@ApplicationScoped
public class ForgePlaces {
    private final ForgeAccess forges;

    ForgePlaces(ForgeAccess forges) {
        this.forges = forges;
    }

    /**
     * What was said of it.
     *
     * @param setting under which its owner says it, such as {@code status}
     * @param token of the site's own for this; absent means the repository's credentials
     */
    public record Said(
            String setting,
            GitAccess access,
            @Nullable ForgeKind kind,
            @Nullable URI api,
            @Nullable String repository,
            @Nullable String token) {
        @Override
        public String toString() {
            return setting;
        }
    }

    /**
     * A place, or why there is none.
     *
     * @param problem what a person has to mend
     * @param obstacle what may pass by itself
     */
    public record Found(@Nullable ForgePlace place, @Nullable String problem, @Nullable String obstacle) {
        static Found problem(String reason) {
            return new Found(null, reason, null);
        }
    }

    /** Outside of any transaction, because an App may have to ask for a token first. */
    public Found find(Said said) {
        URI repository = said.access().address().uri();
        ForgeKind kind = said.kind();
        URI api = said.api();
        if (kind == null) {
            return Found.problem("The forge is not known; name it under " + said.setting() + ".forge.");
        }
        if (api == null && repository.getHost() == null) {
            return Found.problem("The repository's address does not tell where the forge's API is; say it under "
                    + said.setting() + ".api.");
        }
        try {
            String token = said.token();
            if (token == null && api != null && !forges.serves(kind.apiOf(repository), api)) {
                return Found.problem(said.setting() + ".api is at another server than the repository, whose credentials"
                        + " do not go there; give a token for it under " + said.setting() + ".token.");
            }
            Optional<String> authorization =
                    token != null ? Optional.of(kind.authorization(token)) : forges.authorization(said.access());
            return authorization
                    .map(header -> new Found(place(said, kind, header), null, null))
                    .orElse(Found.problem(
                            "There is no token for the forge's API; give one under " + said.setting() + ".token."));
        } catch (RepositoryUnavailableException e) {
            return new Found(null, null, e.reason());
        }
    }

    private static ForgePlace place(Said said, ForgeKind kind, String authorization) {
        URI repository = said.access().address().uri();
        URI api = said.api();
        String path = said.repository();
        return new ForgePlace(
                kind,
                api == null ? kind.apiOf(repository) : api.toString().replaceAll("/+$", ""),
                path == null ? path(repository) : path,
                authorization);
    }

    /** The path of a repository's address as forges call the repository. */
    public static String path(URI repository) {
        return String.valueOf(repository.getPath()).replaceAll("^/+|/+$", "").replaceFirst("\\.git$", "");
    }
}
