package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;
import org.commitcast.ingest.forge.ForgePlaces;
import org.commitcast.ingest.proposal.PullRequests.Pull;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens a proposal's pull request once, asks now and then what became of it, and closes one that has nothing left. */
@ApplicationScoped
class ProposalWork {
    private static final Logger LOG = Logger.getLogger(ProposalWork.class);
    /** Tries in a row after which what passes by itself should have passed: some minutes. */
    private static final int SOON = 5;

    private final ProposalQueue queue;
    private final ProposalWishes wishes;
    private final GuardedHttp http;
    private final ProposalConfig config;
    private final Clock clock;

    ProposalWork(ProposalQueue queue, ProposalWishes wishes, GuardedHttp http, ProposalConfig config, Clock clock) {
        this.queue = queue;
        this.wishes = wishes;
        this.http = http;
        this.config = config;
        this.clock = clock;
    }

    void run(ProposalTask task) throws SQLException {
        Optional<ProposalWishes.Wish> wish = wishes.of(task);
        if (wish.isEmpty()) {
            queue.hindered(task, null, config.pauseAfterRefusal());
            return;
        }
        ForgePlaces.Found found = wish.get().found();
        ForgePlace place = found.place();
        String problem = found.problem();
        if (place != null) {
            new Call(task, wish.get(), place).run();
        } else if (problem != null) {
            refused(task, wish.get(), problem);
        } else {
            later(task, String.valueOf(found.obstacle()), null);
        }
    }

    /** One proposal at its forge. */
    private final class Call implements PullReply.Settlement {
        private final ProposalTask task;
        private final ProposalWishes.Wish wish;
        private final ForgePlace place;
        private final PullRequests api;

        Call(ProposalTask task, ProposalWishes.Wish wish, ForgePlace place) {
            this.task = task;
            this.wish = wish;
            this.place = place;
            this.api = PullApis.of(place.kind());
        }

        void run() throws SQLException {
            try {
                if (task.closing()) {
                    close();
                } else if (task.number() == null) {
                    open();
                } else {
                    look(task.number());
                }
            } catch (IllegalStateException e) {
                later(String.valueOf(e.getMessage()), null);
            }
        }

        private void look(String number) throws SQLException {
            Optional<JsonNode> answer = ask(api.look(place, number));
            if (answer.isPresent()) {
                queue.told(task, api.read(answer.get()).state());
            }
        }

        private void open() throws SQLException {
            Optional<List<Pull>> found = find();
            if (found.isEmpty()) {
                return;
            }
            Optional<Pull> there = ours(found.get());
            if (there.isPresent()) {
                queue.shown(task, there.get());
                if (there.get().state() != ProposalState.OPEN) {
                    // Opened by us and decided about by people before we had noted it down.
                    queue.told(task, there.get().state());
                }
                return;
            }
            Optional<JsonNode> opened = ask(api.open(place, wish.pull()));
            if (opened.isPresent()) {
                Pull pull = api.read(opened.get());
                LOG.infof("a pull request is open (site=%s, branch=%s): %s", task.site(), task.branch(), pull.number());
                queue.shown(task, pull);
            }
        }

        private void close() throws SQLException {
            Optional<List<Pull>> found = find();
            if (found.isEmpty()) {
                return;
            }
            Optional<Pull> there = found.get().stream().filter(Call::isOpen).findFirst();
            if (there.isEmpty() || ask(api.close(place, there.get())).isPresent()) {
                queue.closed(task);
            }
        }

        /** Those of the proposal's branch; nothing where that cannot be told now. */
        private Optional<List<Pull>> find() throws SQLException {
            PullReply reply = send(api.find(place, wish.pull()));
            if (reply.isNone(api)) {
                return Optional.of(List.of());
            }
            reply.settle(this);
            return reply.json().map(list -> api.found(list, wish.pull()));
        }

        /** The open one, else one that people have decided about: not one that another branch of this name once had. */
        private Optional<Pull> ours(List<Pull> found) throws SQLException {
            Optional<Pull> open = found.stream().filter(Call::isOpen).findFirst();
            if (open.isPresent()) {
                return open;
            }
            for (Pull one : found) {
                if (queue.isOurs(task, one.commit())) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        private static boolean isOpen(Pull one) {
            return one.state() == ProposalState.OPEN;
        }

        /** An answer; one that is of no use is dealt with. */
        private Optional<JsonNode> ask(GuardedRequest request) throws SQLException {
            PullReply reply = send(request);
            reply.settle(this);
            return reply.json();
        }

        private PullReply send(GuardedRequest request) {
            return PullReply.of(http.send(request.with("Authorization", place.authorization())), clock.instant());
        }

        @Override
        public void refused(PullReply.Refused refused) throws SQLException {
            if (api.isThereAlready(refused.status(), refused.body())) {
                // Somebody was faster, or the list is not as new yet: next time it is found.
                later(refused.reason(), null);
            } else {
                ProposalWork.this.refused(task, wish, refused.reason());
            }
        }

        @Override
        public void later(String reason, @Nullable Duration after) throws SQLException {
            ProposalWork.this.later(task, reason, after);
        }
    }

    private void refused(ProposalTask task, ProposalWishes.Wish wish, String reason) throws SQLException {
        if (task.closing()) {
            LOG.infof("a proposal is left to people (site=%s, branch=%s): %s", task.site(), task.branch(), reason);
            queue.closed(task);
            return;
        }
        String byHand = task.number() != null
                ? ""
                : wish.byHand().map(url -> " Open it by hand: " + url).orElse(" Open it by hand at the forge.");
        LOG.infof("a proposal is not shown at its forge (site=%s, branch=%s): %s", task.site(), task.branch(), reason);
        queue.hindered(task, sentence(reason) + byHand, config.pauseAfterRefusal());
    }

    private void later(ProposalTask task, String reason, @Nullable Duration after) throws SQLException {
        LOG.debugf("a forge is asked later (site=%s, branch=%s): %s", task.site(), task.branch(), reason);
        Duration own = pause(task.attempts());
        // What passes by itself is worth nobody's time until it has not passed for a while.
        String problem = task.attempts() < SOON ? null : sentence(reason) + " It is tried again by itself.";
        queue.hindered(task, problem, after != null && after.compareTo(own) > 0 ? after : own);
    }

    private static String sentence(String reason) {
        return reason + (reason.endsWith(".") ? "" : ".");
    }

    private Duration pause(int attempts) {
        double millis = (double) config.firstRetry().toMillis() * Math.pow(2, Math.min(attempts, 20));
        double bounded = Math.min(millis, (double) config.longestRetry().toMillis());
        return Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }
}
