package org.commitcast.ingest.commitstatus;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import org.commitcast.ingest.checkout.ForgeAccess;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.site.ForgeKind;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.SiteSecrets;
import org.commitcast.ingest.site.SiteStatement.StatusStatement;
import org.commitcast.ingest.site.Sites;
import org.commitcast.ingest.site.Statements;
import org.jspecify.annotations.Nullable;

/** Where sites want the statuses of their commits to be sent. */
@ApplicationScoped
class StatusTargets {
    private static final String USUAL_CONTEXT = "commitcast";

    private final Sites sites;
    private final Statements statements;
    private final SiteSecrets secrets;
    private final ForgeAccess forges;

    StatusTargets(Sites sites, Statements statements, SiteSecrets secrets, ForgeAccess forges) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
        this.forges = forges;
    }

    /**
     * A target, or why there is none.
     *
     * @param problem what a person has to mend; absent also where the site wants no statuses
     * @param obstacle what may pass by itself
     */
    record Found(@Nullable Target target, @Nullable String problem, @Nullable String obstacle) {
        static final Found NONE = new Found(null, null, null);

        static Found problem(String reason) {
            return new Found(null, reason, null);
        }
    }

    /** Whether a site wants statuses. */
    @Transactional
    boolean wants(String site) {
        return sites.registered(site)
                .filter(one -> statements.of(one).status().enabled())
                .isPresent();
    }

    /** Where those of a site go now. Outside of any transaction, because an App may have to ask for a token first. */
    Found of(String name, String incarnation) {
        Optional<Wish> wish = QuarkusTransaction.requiringNew().call(() -> wish(name, incarnation));
        if (wish.isEmpty()) {
            return Found.NONE;
        }
        StatusStatement status = wish.get().status();
        GitAccess access = wish.get().access();
        ForgeKind kind = status.forge();
        URI api = status.api();
        URI repository = access.address().uri();
        String path = status.repository();
        if (kind == null) {
            return Found.problem("The forge is not known; name it under status.forge.");
        }
        try {
            String token = wish.get().token();
            if (token == null && api != null && !forges.serves(kind.apiOf(repository), api)) {
                return Found.problem("status.api is at another server than the repository, whose credentials do not go"
                        + " there; give a token for it under status.token.");
            }
            Optional<String> authorization =
                    token != null ? Optional.of(StatusApis.authorization(kind, token)) : forges.authorization(access);
            return authorization
                    .map(header -> new Found(
                            new Target(
                                    StatusApis.of(kind),
                                    api == null
                                            ? kind.apiOf(repository)
                                            : api.toString().replaceAll("/+$", ""),
                                    path == null ? path(repository) : path,
                                    header,
                                    Optional.ofNullable(status.context()).orElse(USUAL_CONTEXT)),
                            null,
                            null))
                    .orElse(Found.problem("There is no token for commit statuses; give one under status.token."));
        } catch (RepositoryUnavailableException e) {
            return new Found(null, null, e.reason());
        }
    }

    private record Wish(StatusStatement status, GitAccess access, @Nullable String token) {
        @Override
        public String toString() {
            return status.toString();
        }
    }

    private Optional<Wish> wish(String name, String incarnation) {
        return sites.registered(name)
                .filter(site -> site.incarnation().equals(incarnation))
                .map(this::wish)
                .filter(wish -> wish.status().enabled());
    }

    private Wish wish(Site site) {
        return new Wish(
                statements.of(site).status(),
                secrets.access(site),
                secrets.statusToken(site).orElse(null));
    }

    private static String path(URI repository) {
        return String.valueOf(repository.getPath()).replaceAll("^/+|/+$", "").replaceFirst("\\.git$", "");
    }
}
