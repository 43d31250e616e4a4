package org.commitcast.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.commitcast.notify.channel.Outcome;
import org.jspecify.annotations.Nullable;

/** Said once: decides what follows an attempt's outcome. */
final class SettlementRules {
    private final RandomGenerator random;

    SettlementRules(RandomGenerator random) {
        this.random = random;
    }

    Settlement after(Outcome outcome, Attempt attempt, Instant now) {
        return outcome.handle(new Outcome.Cases<>(
                delivered -> new Settlement.Sent(delivered.remoteId(), delivered.remoteUrl()),
                later -> later(later.reason(), later.after(), attempt.doubtful() || later.arrived(), attempt, now),
                rejected -> attempt.doubtful()
                        // The earlier attempt may be what it is rejected for.
                        ? new Settlement.InDoubt(rejected.reason() + ", but an earlier attempt may have arrived")
                        : new Settlement.GivenUp(rejected.reason(), rejected.channelIsGone()),
                unknown -> later(unknown.reason(), null, true, attempt, now)));
    }

    /** A search that gave no answer is itself tried again; in the end a person is asked. */
    Settlement unclear(String reason, Attempt attempt, Instant now) {
        return later(reason, null, true, attempt, now);
    }

    private Settlement later(String reason, @Nullable Duration asked, boolean doubtful, Attempt attempt, Instant now) {
        Optional<Duration> pause = RetrySchedule.after(attempt.number(), random);
        if (pause.isEmpty()) {
            return doubtful
                    ? new Settlement.InDoubt(reason)
                    : new Settlement.GivenUp(reason + "; given up after " + attempt.number() + " attempts", false);
        }
        Instant own = now.plus(pause.get());
        // Sooner than our own schedule would use the attempts up on an outage.
        Instant at = asked == null ? own : later(own, now.plus(asked));
        if (!doubtful || attempt.searchable() || attempt.repeatable(at)) {
            return new Settlement.Again(at, reason, doubtful);
        }
        // Asked to wait for longer than a repetition is recognised: then as late as it still is.
        return attempt.repeatable(own)
                ? new Settlement.Again(later(own, attempt.lastRepeatable()), reason, true)
                : new Settlement.InDoubt(reason);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
