package org.commitcast.ingest.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;
import org.commitcast.ingest.receipt.HostedItems;
import org.jspecify.annotations.Nullable;

/** What became of a try, stored with what people are told of it. */
@ApplicationScoped
class HostingOutcomes {
    /** Tries in a row after which what passes by itself should have passed: about a minute. */
    private static final int SOON = 4;

    private final Hostings hostings;
    private final HostedItems items;
    private final FindingLog log;
    private final HostingConfig config;

    HostingOutcomes(Hostings hostings, HostedItems items, FindingLog log, HostingConfig config) {
        this.hostings = hostings;
        this.items = items;
        this.log = log;
        this.config = config;
    }

    /** A commit of ours is about to be pushed. */
    @Transactional
    void committing(HostingDue due, String commit) throws SQLException {
        items.committed(due.site(), due.incarnation(), commit);
    }

    /** It was not taken, and will not be. */
    @Transactional
    void notTaken(HostingDue due, String commit) throws SQLException {
        items.uncommitted(due.site(), due.incarnation(), commit);
    }

    /**
     * The branch has all documents that there is room for.
     *
     * @param branch its name
     * @param head its newest commit; absent where it was never made, because there is nothing to be put there
     * @param ours whether that is a commit of ours that was made now
     */
    @Transactional(rollbackOn = Exception.class)
    void settled(HostingDue due, Listing listing, Edits edits, String branch, @Nullable String head, boolean ours)
            throws SQLException {
        String commit = ours || due.commit() == null ? head : due.commit();
        if (commit != null) {
            // Before the site's own row: whoever takes in feed states takes rows in this order.
            items.published(due.site(), due.incarnation(), listing.through(), branch, commit);
        }
        if (hostings.isHeldBy(due)) {
            hostings.settled(due, commit, edits.written());
            log.replaceAll(due.site(), due.incarnation(), Origin.HOSTING, taken(edits.taken()));
        }
    }

    private static List<Finding> taken(Set<String> paths) {
        List<Finding> findings = new ArrayList<>();
        for (String path : paths) {
            findings.add(finding(
                    "publish.taken",
                    path,
                    "There is another file here than one of Commitcast's, so this document is not published; take it"
                            + " away, or publish to another path."));
        }
        return findings;
    }

    /** Something is in the way that a person may have to see to. */
    @Transactional(rollbackOn = Exception.class)
    void hindered(HostingDue due, HostingTarget target, String reason, @Nullable Duration pause) throws SQLException {
        if (!hostings.isHeldBy(due)) {
            return;
        }
        Duration own = pause(due.attempts());
        hostings.leaveAlone(due, pause != null && pause.compareTo(own) > 0 ? pause : own);
        String folder = target.publish().folder();
        String branch = target.branch().map(name -> "the branch " + name).orElse("the default branch");
        String message = "The feeds could not be committed to " + branch + " of " + target.access() + ": " + reason
                + (reason.endsWith(".") ? "" : ".")
                + " Let the credentials push there (protected branches need an exception), or name another branch under"
                + " publish. It is tried again by itself.";
        log.replaceAll(
                due.site(),
                due.incarnation(),
                Origin.HOSTING,
                List.of(finding("publish.refused", folder.isEmpty() ? "." : folder, message)));
    }

    /** It passes by itself; where it does not soon, whoever waits for it is told why. */
    @Transactional(rollbackOn = Exception.class)
    void notYet(HostingDue due, String reason) throws SQLException {
        if (!hostings.isHeldBy(due)) {
            return;
        }
        Duration own = pause(due.attempts());
        // An instance that has not heard of the documents yet hears of them within a second.
        hostings.later(due, due.attempts() == 0 ? own.dividedBy(10) : own);
        if (due.attempts() >= SOON) {
            String message = "The feeds are not committed yet: " + reason + ". It is tried again by itself; if this"
                    + " stays, whoever operates Commitcast finds more in the log of ingest-service.";
            log.replaceAll(
                    due.site(),
                    due.incarnation(),
                    Origin.HOSTING,
                    List.of(new Finding("publish.waiting", Severity.WARNING, ".", Position.START, message)));
        }
    }

    private Duration pause(int attempts) {
        double millis = (double) config.firstRetry().toMillis() * Math.pow(2, Math.min(attempts, 20));
        double bounded = Math.min(millis, (double) config.longestRetry().toMillis());
        return Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }

    private static Finding finding(String rule, String path, String message) {
        return new Finding(rule, Severity.ERROR, path, Position.START, message);
    }
}
