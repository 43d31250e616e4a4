package org.commitcast.ingest.proposal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commitcast.ingest.inbox.WriteBackTimes;
import org.commitcast.ingest.proposal.PullRequests.Pull;
import org.commitcast.ingest.proposal.PullTexts.Proposed;
import org.jspecify.annotations.Nullable;

/** The proposals of which forges are to be spoken to: taken and settled beside the work on their sites. */
@ApplicationScoped
class ProposalQueue {
    private static final String TAKE =
            "update proposal set lease_until = now() + make_interval(secs => ?), taking = taking + 1"
                    + " where id in (select p.id from proposal p where (p.state = 'OPEN' and p.head is not null or p.closing)"
                    + " and p.next_attempt_at <= now() and (p.lease_until is null or p.lease_until < now())"
                    + " order by p.next_attempt_at limit ? for update skip locked)"
                    + " returning id, site, incarnation, branch, base, base_commit, number, attempts, opened_at,"
                    + " head, closing, taking";
    private static final String LINKS =
            "select path, platform, url from write_back where proposal_id = ? and state = 'PROPOSED'"
                    + " order by path, platform";

    private static final String OURS = "select 1 from proposal where id = ? and starts_with(head, ?) union all"
            + " select 1 from write_back where proposal_id = ? and starts_with(commit_sha, ?)";

    private final AgroalDataSource database;
    private final Proposals proposals;
    private final ProposalFindings findings;
    private final WriteBackTimes times;
    private final Clock clock;

    ProposalQueue(
            AgroalDataSource database,
            Proposals proposals,
            ProposalFindings findings,
            WriteBackTimes times,
            Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.findings = findings;
        this.times = times;
        this.clock = clock;
    }

    @Transactional
    List<ProposalTask> take(int most, Duration lease) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setDouble(1, lease.toMillis() / 1000.0);
            update.setInt(2, most);
            List<ProposalTask> due = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    due.add(new ProposalTask(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getInt(8),
                            row.getTimestamp(9).toInstant(),
                            row.getString(10),
                            row.getBoolean(11),
                            row.getLong(12)));
                }
            }
            return due;
        }
    }

    /** The links that a proposal has. */
    @Transactional
    List<Proposed> links(ProposalTask task) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LINKS)) {
            select.setLong(1, task.id());
            List<Proposed> links = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    links.add(new Proposed(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return links;
        }
    }

    /** Whether a commit, or how its name begins, is one that we pushed to the proposal's branch. */
    @Transactional
    boolean isOurs(ProposalTask task, String commit) throws SQLException {
        if (!commit.matches("[0-9a-f]{7,64}")) {
            return false;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OURS)) {
            select.setLong(1, task.id());
            select.setString(2, commit);
            select.setLong(3, task.id());
            select.setString(4, commit);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The forge shows it to nobody any more, or it is left to people. */
    @Transactional(rollbackOn = Exception.class)
    void closed(ProposalTask task) throws SQLException {
        change(task, Proposal::closed);
    }

    /** The forge shows it to people. */
    @Transactional(rollbackOn = Exception.class)
    void shown(ProposalTask task, Pull pull) throws SQLException {
        Instant next = clock.instant().plus(proposals.pause(task.openedAt()));
        change(task, one -> one.shown(pull.number(), pull.url(), next));
    }

    /** The forge says what became of it; where people have decided, its site is to see to it. */
    @Transactional(rollbackOn = Exception.class)
    void told(ProposalTask task, ProposalState state) throws SQLException {
        Instant next = clock.instant().plus(proposals.pause(task.openedAt()));
        boolean decided = state != ProposalState.OPEN;
        change(task, one -> one.told(decided ? state : null, next));
        if (decided) {
            times.lookAtProposals(task.site());
        }
    }

    /**
     * Something is in the way. What comes of a taking that was thought to be lost, or of what its owner said before, counts
     * for nothing: by now somebody else may have done better.
     *
     * @param problem that a person has to see to; absent where it may pass by itself
     */
    @Transactional(rollbackOn = Exception.class)
    void hindered(ProposalTask task, @Nullable String problem, Duration pause) throws SQLException {
        change(task, one -> one.hindered(problem, clock.instant().plus(pause)));
    }

    private void change(ProposalTask task, Consumer<Proposal> change) throws SQLException {
        // Before the proposal's own row: rounds of work take rows in this order.
        times.hold(task.site());
        proposals
                .locked(task.id())
                .filter(one -> one.isAtWork() && one.isTakenBy(task))
                .ifPresent(change);
        proposals.flush();
        findings.report(task.site(), task.incarnation(), proposals.openOnes(task.site(), task.incarnation()));
    }
}
