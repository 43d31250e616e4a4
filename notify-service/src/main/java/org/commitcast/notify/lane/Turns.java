package org.commitcast.notify.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Takes turns for keys until nothing is left to be done or the key is to be left alone; keys beside one another. */
public final class Turns implements AutoCloseable {
    private final Clock clock;
    private final Function<String, Turn> work;
    private final Lanes lanes;
    private final Map<String, Instant> quietUntil = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** @param work one turn for a key */
    public Turns(String name, Clock clock, Function<String, Turn> work) {
        this.clock = clock;
        this.work = work;
        this.lanes = new Lanes(name, this::workAll);
    }

    /** Does what there is to be done for a key, unless it is left alone. */
    public void wake(String key) {
        Instant until = quietUntil.get(key);
        if (!stopping && (until == null || !until.isAfter(clock.instant()))) {
            lanes.wake(key);
        }
    }

    private void workAll(String key) {
        Turn turn = Turn.DONE;
        while (turn.worked() && turn.quiet() == null && !stopping) {
            turn = work.apply(key);
        }
        if (turn.quiet() != null) {
            quietUntil.put(key, clock.instant().plus(turn.quiet()));
        }
    }

    /** Ends after the turns that are under way. */
    @Override
    public void close() {
        stopping = true;
        lanes.close();
    }
}
