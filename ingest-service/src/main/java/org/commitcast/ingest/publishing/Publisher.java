package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.commitcast.ingest.checkout.LocalCopy;

/**
 * Publishes what a branch became. Identities are walked commit by commit; documents are read and published once, as
 * they are at the head, so that nobody hears of a state that a later commit of the same push has corrected.
 */
@ApplicationScoped
public class Publisher {
    private final Items items;
    private final Planning planning;
    private final PlanWriter writer;
    private final KnownRules rules;
    private final Clock clock;

    Publisher(Items items, Planning planning, PlanWriter writer, KnownRules rules, Clock clock) {
        this.rules = rules;
        this.items = items;
        this.planning = planning;
        this.writer = writer;
        this.clock = clock;
    }

    /** Whether a document of an imported site comes out or goes by its date now. */
    public boolean isAnyDue(SiteAtWork site) throws SQLException {
        return site.imported()
                && items.isAnyDue(
                        site.name(), site.incarnation(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Brings the published state of an imported site to a commit.
     *
     * @throws StaleWorkException where the site changed meanwhile
     */
    public void publish(SiteAtWork site, LocalCopy copy, String head, String branch)
            throws SQLException, StaleWorkException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean made = site.sameDefinition() && site.sameSoftware();
        boolean there = head.equals(site.processed()) && branch.equals(site.branch());
        if (there && made && !items.isAnyDue(site.name(), site.incarnation(), now)) {
            writer.nothing(site);
            return;
        }
        Planned planned = planning.plan(site, copy, head, branch, now);
        writer.write(planned.plan());
        rules.keep(site, head, planned.rules());
    }
}
