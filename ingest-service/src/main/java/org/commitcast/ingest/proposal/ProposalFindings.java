package org.commitcast.ingest.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;
import org.commitcast.ingest.site.Sites;
import org.commitcast.ingest.site.Statements;

/** What people have to know of proposals, as findings. */
@ApplicationScoped
class ProposalFindings {
    private final FindingLog log;
    private final Sites sites;
    private final Statements statements;

    ProposalFindings(FindingLog log, Sites sites, Statements statements) {
        this.log = log;
        this.sites = sites;
        this.statements = statements;
    }

    /** Reports all of a site's, in the caller's transaction; where nothing is to be written there is nothing to see to. */
    void report(String site, String incarnation, List<Proposal> open) throws SQLException {
        boolean enabled = sites.registered(site)
                .filter(one -> statements.of(one).writeBack().enabled())
                .isPresent();
        List<Finding> now = new ArrayList<>();
        for (Proposal one : enabled ? open : List.<Proposal>of()) {
            if (one.head() != null) {
                refused(one, now);
                unopened(one, now);
                contradicts(one, now);
            }
        }
        log.replaceAll(site, incarnation, Origin.PROPOSAL, now);
    }

    private static void refused(Proposal one, List<Finding> findings) {
        String because = one.because();
        if (because != null) {
            String url = one.url();
            findings.add(finding(
                    "write-back.protected",
                    "The branch " + one.base() + " did not take the discussion links (" + because
                            + "), so they are proposed on the branch " + one.branch()
                            + (url == null ? "" : ": " + url)
                            + ". Merge that, let Commitcast push here, or set writeBack.mode to proposal."));
        }
    }

    private static void unopened(Proposal one, List<Finding> findings) {
        String problem = one.problem();
        if (problem != null) {
            findings.add(finding(
                    "write-back.proposal",
                    one.number() == null
                            ? "The branch " + one.branch() + " has discussion links for " + one.base()
                                    + ", and no pull request asks for them: " + problem
                            : "What became of the proposal on the branch " + one.branch() + " cannot be seen: "
                                    + problem));
        }
    }

    private static void contradicts(Proposal one, List<Finding> findings) {
        String contradiction = one.contradiction();
        if (contradiction != null) {
            findings.add(finding("write-back.proposal", contradiction));
        }
    }

    private static Finding finding(String rule, String message) {
        return new Finding(rule, Severity.WARNING, ".", Position.START, message);
    }
}
