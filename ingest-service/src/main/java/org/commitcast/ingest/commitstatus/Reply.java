package org.commitcast.ingest.commitstatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.ingest.forge.RetryAfter;
import org.jspecify.annotations.Nullable;

/** What became of a status. Reasons are for people and hold no secret. */
sealed interface Reply {
    Set<Integer> GOOD = Set.of(200, 201, 202, 204);
    Set<Integer> WRONG = Set.of(400, 404, 409, 410, 422);

    /** The forge shows it. */
    record Taken() implements Reply {
        @Override
        public void settle(Settlement settlement) {
            settlement.taken();
        }
    }

    /** The forge does not let us; only a person can help. */
    record Refused(String reason) implements Reply {
        @Override
        public void settle(Settlement settlement) {
            settlement.refused(reason);
        }
    }

    /** The forge knows no such commit or repository, or these credentials may not see it. */
    record Unknown(String reason) implements Reply {
        @Override
        public void settle(Settlement settlement) {
            settlement.unknown(reason);
        }
    }

    /**
     * Another time.
     *
     * @param after as the forge asks for it
     */
    record Later(String reason, @Nullable Duration after) implements Reply {
        @Override
        public void settle(Settlement settlement) {
            settlement.later(reason, after);
        }
    }

    /** Calls the method for what this is. */
    void settle(Settlement settlement);

    /** What is done about a reply. */
    interface Settlement {
        void taken();

        void refused(String reason);

        void unknown(String reason);

        void later(String reason, @Nullable Duration after);
    }

    /** What an answer means at forges that keep to HTTP. */
    static Reply of(Answer.Answered answer) {
        int status = answer.status();
        String reason = answer.url().getHost() + " answered " + status;
        Optional<Duration> after = RetryAfter.of(answer.headers(), Instant.now());
        if (GOOD.contains(status)) {
            return new Taken();
        } else if (status == 429 || status >= 500 || (status == 403 && after.isPresent())) {
            return new Later(reason, after.orElse(null));
        } else if (status == 401 || status == 403) {
            return new Refused(reason);
        } else if (status >= 300 && status < 400) {
            // Never followed: a status, and the token with it, goes nowhere but where somebody said.
            return new Refused(reason + ": the repository has moved; change repository.url, or status.repository");
        }
        return WRONG.contains(status) ? new Unknown(reason) : new Later(reason, null);
    }
}
