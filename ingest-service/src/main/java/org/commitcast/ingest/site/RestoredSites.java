package org.commitcast.ingest.site;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.Map;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.ingest.checkout.RepositoryKey;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.inbox.OwnSource;
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.storage.StoredJson;

/** Sites out of their own records, where the store is older than those. Secrets are in no record: enter them again. */
@ApplicationScoped
public class RestoredSites {
    private final Sites sites;
    private final SiteSecrets secrets;
    private final WorkQueue work;
    private final Inbox inbox;

    RestoredSites(Sites sites, SiteSecrets secrets, WorkQueue work, Inbox inbox) {
        this.sites = sites;
        this.secrets = secrets;
        this.work = work;
        this.inbox = inbox;
    }

    /** Takes in a record that may be newer than the store. */
    public void restore(SiteState state) {
        Site site = sites.findByIdOptional(state.site(), LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> new Site(state.site()));
        if (site.revision() >= state.revision()) {
            return;
        }
        if (!state.incarnation().equals(site.incarnation())) {
            secrets.forget(site);
        }
        site.restore(
                state, statement(state), RepositoryKey.of(state.definition().repository()));
        sites.persist(site);
        try {
            if (site.removed()) {
                secrets.forget(site);
                work.remove(site.name());
            } else {
                work.add(site.name());
                inbox.put(Arrival.own(site.name(), OwnSource.RESTORE));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("site " + state.site() + " could not be restored", e);
        }
    }

    /** What its owner said; of a record that does not have it yet, as much as is needed to go on. */
    private static String statement(SiteState state) {
        JsonNode said = state.statement();
        if (said != null) {
            return StoredJson.write(said);
        }
        SiteDefinition definition = state.definition();
        return StoredJson.write(
                Map.of("repository", Map.of("url", definition.repository(), "branch", definition.branch())));
    }

    /** A record of a site's content with this sequence is out. */
    public boolean known(String name, String incarnation, long sequence) {
        var site = sites.locked(name).filter(one -> one.incarnation().equals(incarnation));
        site.ifPresent(one -> one.restoreSequence(sequence));
        return site.isPresent();
    }
}
