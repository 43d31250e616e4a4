package org.commitcast.notify.cadence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.commitcast.contentevents.ContentSnapshot;

/** Looks become rarer as an item gets older: people talk about what is new. */
public final class Cadence {
    /** So often at most does anything look. */
    public static final List<Duration> PAUSES = List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));

    /** What a round that is missed counts, for each of them: most is said of an item in its first hours. */
    private static final List<Integer> WEIGHTS = List.of(8, 2, 1);

    private static final List<Duration> UNTIL = List.of(Duration.ofHours(6), Duration.ofDays(3), Duration.ofDays(30));

    /** A look is at most so much of a pause early or late, so that what came together does not stay together. */
    private static final double SPREAD = 0.1;

    private Cadence() {}

    /**
     * The next look.
     *
     * @param pause how far apart looks are at this age
     */
    public record Look(Instant at, Duration pause) {}

    /** Since when an item is out; history counts from its own date. */
    public static Instant bornAt(ContentSnapshot item) {
        return item.baseline() && item.date().isBefore(item.firstPublishedAt()) ? item.date() : item.firstPublishedAt();
    }

    /** How far apart looks at something of this age are; empty where nobody looks unless asked. */
    public static Optional<Duration> pause(Duration age) {
        for (int phase = 0; phase < UNTIL.size(); phase++) {
            if (age.compareTo(UNTIL.get(phase)) < 0) {
                return Optional.of(PAUSES.get(phase));
            }
        }
        return Optional.empty();
    }

    /** How much a look that is late counts beside others; looks of another pace, as of an older version, count once. */
    public static int weightOf(Duration pause) {
        int phase = PAUSES.indexOf(pause);
        return phase < 0 ? 1 : WEIGHTS.get(phase);
    }

    /**
     * The look after one at this time; empty where that was the last.
     *
     * @param what is looked at and for the how manieth time: two of them are spread differently
     */
    public static Optional<Look> next(Instant born, Instant now, String what) {
        return pause(Duration.between(born, now)).map(pause -> {
            double shift = SPREAD * (2 * fraction(what) - 1);
            return new Look(now.plusMillis((long) (pause.toMillis() * (1 + shift))), pause);
        });
    }

    private static double fraction(String what) {
        CRC32 sum = new CRC32();
        what.chars().forEach(sum::update);
        return sum.getValue() / (double) 0x1_0000_0000L;
    }
}
