package org.commitcast.ingest.commitstatus;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.commitstatus.CommitStatus.State;
import org.commitcast.ingest.commitstatus.Reply.Settlement;
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.receipt.ReceiptSummaries;
import org.commitcast.ingest.receipt.ReceiptSummary;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One try to tell a forge of a commit. */
@ApplicationScoped
class StatusWork {
    private static final Logger LOG = Logger.getLogger(StatusWork.class);

    private final Statuses statuses;
    private final StatusTargets targets;
    private final ReceiptSummaries receipts;
    private final WorkQueue sites;
    private final GuardedHttp http;
    private final StatusConfig config;

    StatusWork(
            Statuses statuses,
            StatusTargets targets,
            ReceiptSummaries receipts,
            WorkQueue sites,
            GuardedHttp http,
            StatusConfig config) {
        this.statuses = statuses;
        this.targets = targets;
        this.receipts = receipts;
        this.sites = sites;
        this.http = http;
        this.config = config;
    }

    void send(Due due) throws SQLException {
        StatusTargets.Found found = targets.of(due.site(), due.incarnation());
        Optional<ReceiptSummary> receipt = receipts.of(due.site(), due.incarnation(), due.commit());
        Target target = found.target();
        if (target == null || receipt.isEmpty()) {
            without(due, found);
            return;
        }
        CommitStatus status = status(due.commit(), target, receipt.get());
        String fingerprint = status.fingerprint();
        if (fingerprint.equals(due.sent())) {
            statuses.settled(due, null);
        } else if (status.state() == State.PENDING
                && due.sent() == null
                && due.age().compareTo(config.patience()) < 0) {
            statuses.later(due, config.patience().minus(due.age()), false);
        } else {
            reply(target, status).settle(new Settling(due, fingerprint, target));
        }
    }

    private void without(Due due, StatusTargets.Found found) throws SQLException {
        String problem = found.problem();
        if (problem != null) {
            refused(due, problem);
        } else if (found.obstacle() != null) {
            statuses.later(due, pause(due.attempts()), true);
        } else {
            statuses.settled(due, null);
        }
    }

    private static CommitStatus status(String commit, Target target, ReceiptSummary receipt) {
        State state = receipt.errors() > 0 ? State.FAILURE : receipt.isOnTheWay() ? State.PENDING : State.SUCCESS;
        return new CommitStatus(commit, state, receipt.text(), target.context(), receipt.page());
    }

    private Reply reply(Target target, CommitStatus status) {
        GuardedRequest call = target.forge().call(target, status).with("Authorization", target.authorization());
        return http.send(call)
                .handle(
                        target.forge()::reply,
                        refused -> new Reply.Refused(refused.reason()),
                        failed -> new Reply.Later(failed.reason(), null));
    }

    private void refused(Due due, String reason) throws SQLException {
        problem(due, reason, config.pauseAfterRefusal());
        // The site as a whole is left alone for a while; its statuses are due as soon as it is not.
        statuses.later(due, Duration.ZERO, false);
    }

    private void problem(Due due, String reason, Duration pause) throws SQLException {
        boolean news = sites.statusRefused(due.site(), reason, pause);
        if (news) {
            LOG.warnf("the forge takes no statuses (site=%s): %s", due.site(), reason);
        }
    }

    private Duration pause(int attempts) {
        double millis = (double) config.firstRetry().toMillis() * Math.pow(2, Math.min(attempts, 20));
        double bounded = Math.min(millis, (double) config.longestRetry().toMillis());
        return Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }

    private final class Settling implements Settlement {
        private final Due due;
        private final String fingerprint;
        private final Target target;

        Settling(Due due, String fingerprint, Target target) {
            this.target = target;
            this.due = due;
            this.fingerprint = fingerprint;
        }

        @Override
        public void taken() {
            stored(() -> {
                statuses.settled(due, fingerprint);
                sites.statusesMayGo(due.site());
            });
        }

        @Override
        public void refused(String reason) {
            stored(() -> StatusWork.this.refused(due, reason));
        }

        @Override
        public void unknown(String reason) {
            if (due.attempts() + 1 < config.triesForUnknown()) {
                later(reason, null);
                return;
            }
            // Forges say the same to who may not see a repository; the next commit is tried all the same.
            stored(() -> {
                problem(due, target.notTaken(due.commit(), reason), Duration.ZERO);
                statuses.settled(due, null);
            });
        }

        @Override
        public void later(String reason, @Nullable Duration after) {
            LOG.debugf("status is sent later (site=%s, commit=%s): %s", due.site(), due.commit(), reason);
            Duration own = pause(due.attempts());
            Duration pause = after != null && after.compareTo(own) > 0 ? after : own;
            stored(() -> statuses.later(due, pause, true));
        }

        private void stored(Storing storing) {
            try {
                storing.run();
            } catch (SQLException e) {
                // The lease runs out, and it is sent again: forges take a status twice.
                throw new IllegalStateException("what became of a status could not be stored", e);
            }
        }
    }

    private interface Storing {
        void run() throws SQLException;
    }
}
