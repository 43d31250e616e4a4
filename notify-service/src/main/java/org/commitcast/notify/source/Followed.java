package org.commitcast.notify.source;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of looking at threads again. Reasons are for people and hold no secrets. */
public sealed interface Followed {

    /**
     * What they have come to, by their address as it was asked for; a thread that is missing here is one of which the
     * source said nothing.
     *
     * @param ids by the same addresses those by which all servers know them, where the source says that
     * @param waiting those that could not be asked for beside the others, and how long they have to wait
     */
    record Seen(Map<String, ThreadCounts> counts, Map<String, String> ids, Map<String, Duration> waiting)
            implements Followed {
        public Seen(Map<String, ThreadCounts> counts) {
            this(counts, Map.of());
        }

        public Seen(Map<String, ThreadCounts> counts, Map<String, String> ids) {
            this(counts, ids, Map.of());
        }

        /** What it says of these. */
        public Seen of(Collection<String> urls) {
            return new Seen(only(counts, urls), only(ids, urls), only(waiting, urls));
        }

        /** How long those wait that could not be asked for; none where they could be at once. */
        public Duration longestWait() {
            return waiting.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        }

        private static <T> Map<String, T> only(Map<String, T> of, Collection<String> urls) {
            Map<String, T> chosen = new HashMap<>(of);
            chosen.keySet().retainAll(urls);
            return chosen;
        }

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
