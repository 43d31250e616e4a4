package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;

/** Which links could not be written, as findings. */
@ApplicationScoped
class Refusals {
    private final FindingLog log;

    Refusals(FindingLog log) {
        this.log = log;
    }

    /**
     * Reports all of them, in the caller's transaction.
     *
     * @param stuck those that could not be taken out of a proposal
     */
    void report(SiteAtWork site, List<Link> refused, List<Link> stuck) throws SQLException {
        List<Finding> now = Stream.concat(
                        refused.stream()
                                .map(link -> finding(link, "The discussion's link could not be written here: ")),
                        stuck.stream()
                                .map(link ->
                                        finding(link, "A discussion's link is still proposed that is none any more: ")))
                .distinct()
                .toList();
        log.replaceAll(site.name(), site.incarnation(), Origin.WRITE_BACK, now);
    }

    private static Finding finding(Link link, String what) {
        return new Finding(
                "write-back.refused",
                Severity.WARNING,
                String.valueOf(link.path()),
                Position.START,
                what + link.reason());
    }
}
