package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.publishing.CommitFindings.Known;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.Receipts;

/** Tells what is new among a plan's findings from what is stored, before the plan is. */
@ApplicationScoped
class Attribution {
    private final FindingLog findings;
    private final Receipts receipts;

    Attribution(FindingLog findings, Receipts receipts) {
        this.findings = findings;
        this.receipts = receipts;
    }

    /** What was the published commit's own stays so where it is read again. */
    CommitFindings of(Plan plan) throws SQLException {
        SiteAtWork site = plan.site();
        if (!plan.completes()) {
            // Nothing is told before the plan that does.
            return new CommitFindings(plan, Set.of(), Set.of());
        }
        boolean again = plan.head().equals(site.processed());
        return new CommitFindings(
                plan,
                before(plan),
                again ? receipts.pathsWithFindings(site.name(), site.incarnation(), plan.head()) : Set.of());
    }

    private Set<Known> before(Plan plan) throws SQLException {
        List<String> paths =
                CommitFindings.all(plan).stream().map(Finding::path).distinct().toList();
        return findings.standing(plan.site().name(), plan.site().incarnation(), paths).stream()
                .map(finding -> new Known(finding.path(), finding.rule()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
