package org.commitcast.notify.source;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of looking at threads again. Reasons are for people and hold no secrets. */
public sealed interface Followed {

    /**
     * What they have come to, by their address as it was asked for; a thread that is missing here is one of which the
     * source said nothing.
     */
    record Seen(Map<String, ThreadCounts> counts) implements Followed {
        @Override
        public <T> T handle(Function<Seen, T> seen, Function<Later, T> later) {
            return seen.apply(this);
        }
    }

    /**
     * Not now.
     *
     * @param after what the source asks to wait; absent leaves it to our schedule
     */
    record Later(String reason, @Nullable Duration after) implements Followed {
        @Override
        public <T> T handle(Function<Seen, T> seen, Function<Later, T> later) {
            return later.apply(this);
        }
    }

    <T> T handle(Function<Seen, T> seen, Function<Later, T> later);
}
