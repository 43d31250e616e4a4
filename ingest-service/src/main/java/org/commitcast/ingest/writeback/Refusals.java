package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import org.commitcast.contentreading.finding.Finding;
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

    @Transactional(rollbackOn = Exception.class)
    void report(SiteAtWork site, List<Finding> now) throws SQLException {
        log.replaceAll(site.name(), site.incarnation(), Origin.WRITE_BACK, now);
    }
}
