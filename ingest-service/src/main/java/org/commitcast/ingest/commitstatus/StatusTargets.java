package org.commitcast.ingest.commitstatus;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.forge.ForgePlace;
import org.commitcast.ingest.forge.ForgePlaces;
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
    private final ForgePlaces places;

    StatusTargets(Sites sites, Statements statements, SiteSecrets secrets, ForgePlaces places) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
        this.places = places;
    }

    /**
     * A target, or why there is none.
     *
     * @param problem what a person has to mend; absent also where the site wants no statuses
     * @param obstacle what may pass by itself
     */
    record Found(@Nullable Target target, @Nullable String problem, @Nullable String obstacle) {
        static final Found NONE = new Found(null, null, null);
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
        ForgePlaces.Found found = places.find(new ForgePlaces.Said(
                "status",
                wish.get().access(),
                status.forge(),
                status.api(),
                status.repository(),
                wish.get().token()));
        ForgePlace place = found.place();
        return place == null
                ? new Found(null, found.problem(), found.obstacle())
                : new Found(
                        new Target(
                                StatusApis.of(place.kind()),
                                place,
                                Optional.ofNullable(status.context()).orElse(USUAL_CONTEXT)),
                        null,
                        null);
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
}
