package org.commitcast.notify.delivery;

import java.time.Instant;
import java.util.Optional;
import org.commitcast.notify.announcement.LedgerRow;
import org.jspecify.annotations.Nullable;

/** What becomes of a row after an attempt. */
sealed interface Settlement {

    void settle(LedgerRow row, Instant now);

    /** When the next attempt follows; empty where none does. */
    default Optional<Instant> next() {
        return Optional.empty();
    }

    /** Why the channel can be sent nothing more at all; empty where it can. */
    default Optional<String> endOfChannel() {
        return Optional.empty();
    }

    /** It is there. */
    record Sent(@Nullable String remoteId, @Nullable String remoteUrl) implements Settlement {
        @Override
        public void settle(LedgerRow row, Instant now) {
            row.sent(remoteId, remoteUrl, now);
        }
    }

    /** Another attempt, or a search first where this one may have arrived. */
    record Again(Instant at, String reason, boolean doubtful) implements Settlement {
        @Override
        public void settle(LedgerRow row, Instant now) {
            row.postpone(at, reason, doubtful, now);
        }

        @Override
        public Optional<Instant> next() {
            return Optional.of(at);
        }
    }

    /** It is certainly not there, and will not be. */
    record GivenUp(String reason, boolean channelIsGone) implements Settlement {
        @Override
        public void settle(LedgerRow row, Instant now) {
            row.fail(reason, now);
        }

        @Override
        public Optional<String> endOfChannel() {
            return channelIsGone ? Optional.of(reason) : Optional.empty();
        }
    }

    /** A person has to look. */
    record InDoubt(String reason) implements Settlement {
        @Override
        public void settle(LedgerRow row, Instant now) {
            row.doubt(reason, now);
        }
    }
}
