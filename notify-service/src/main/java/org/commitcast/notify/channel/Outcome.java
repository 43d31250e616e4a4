package org.commitcast.notify.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of an attempt. Reasons are for people and hold no secrets. */
public sealed interface Outcome {

    /** It is there. */
    record Delivered(@Nullable String remoteId, @Nullable String remoteUrl) implements Outcome {
        @Override
        public <T> T handle(Cases<T> cases) {
            return cases.delivered().apply(this);
        }
    }

    /**
     * Not now.
     *
     * @param after what the platform asks to wait; absent leaves it to our schedule
     * @param arrived whether it may have arrived all the same, as with an error of the other side
     */
    record RetryLater(String reason, @Nullable Duration after, boolean arrived) implements Outcome {
        @Override
        public <T> T handle(Cases<T> cases) {
            return cases.retryLater().apply(this);
        }

        @Override
        public Optional<Duration> asked() {
            return Optional.ofNullable(after);
        }

        @Override
        public Outcome asEnd() {
            return new Rejected(reason, true);
        }
    }

    /**
     * Not like this; trying again would not help.
     *
     * @param channelIsGone whether the receiver wants nothing more from us at all
     */
    record Rejected(String reason, boolean channelIsGone) implements Outcome {
        @Override
        public <T> T handle(Cases<T> cases) {
            return cases.rejected().apply(this);
        }

        @Override
        public Outcome asEnd() {
            return new Rejected(reason, true);
        }
    }

    /** Nobody knows: it was sent and no usable answer came. */
    record Unknown(String reason) implements Outcome {
        @Override
        public <T> T handle(Cases<T> cases) {
            return cases.unknown().apply(this);
        }
    }

    /** What to do in each case. */
    record Cases<T>(
            Function<Delivered, T> delivered,
            Function<RetryLater, T> retryLater,
            Function<Rejected, T> rejected,
            Function<Unknown, T> unknown) {}

    <T> T handle(Cases<T> cases);

    /** The same for a failure of which the platform says that all that follows would fail as well. */
    default Outcome asEnd() {
        return this;
    }

    /** How long the platform asks to be left alone; empty where it does not. */
    default Optional<Duration> asked() {
        return Optional.empty();
    }
}
