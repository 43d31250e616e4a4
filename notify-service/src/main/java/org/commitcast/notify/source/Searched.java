package org.commitcast.notify.source;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of a search. Reasons are for people and hold no secrets. */
public sealed interface Searched {

    /** All that the source gave. */
    record Found(List<FoundThread> threads) implements Searched {
        @Override
        public <T> T handle(Function<Found, T> found, Function<Later, T> later) {
            return found.apply(this);
        }
    }

    /**
     * Not now.
     *
     * @param after what the source asks to wait; absent leaves it to our schedule
     */
    record Later(String reason, @Nullable Duration after) implements Searched {
        @Override
        public <T> T handle(Function<Found, T> found, Function<Later, T> later) {
            return later.apply(this);
        }
    }

    <T> T handle(Function<Found, T> found, Function<Later, T> later);
}
