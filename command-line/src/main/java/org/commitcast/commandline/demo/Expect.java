package org.commitcast.commandline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Verifies what a step was to show. */
final class Expect {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Expect() {}

    static void that(boolean holds, String expected, Object found) {
        if (!holds) {
            throw new DemoFailure("expected %s, found %s".formatted(expected, found));
        }
    }

    static void equal(Object found, Object wanted, String what) {
        that(wanted.equals(found), what + " " + wanted, found);
    }

    /** Asks again until the answer is as expected; gives up after a minute. */
    static <T> T soon(Supplier<T> question, Predicate<T> answer, String expected) {
        Instant deadline = Instant.now().plus(PATIENCE);
        T found = question.get();
        while (!answer.test(found)) {
            that(Instant.now().isBefore(deadline), expected + " within " + PATIENCE.toSeconds() + " s", found);
            pause();
            found = question.get();
        }
        return found;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("it was interrupted", e);
        }
    }
}
