package org.commitcast.feed.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** How often readers got a document, or heard that they have it. */
@Singleton
class AnswerCounts {
    private final Counter given;
    private final Counter unchanged;
    private final LongAdder shortly = new LongAdder();

    AnswerCounts(MeterRegistry metrics) {
        // Two series in all: sites and documents are no labels, there may be thousands.
        given = metrics.counter("commitcast.feed.answers", "answer", "given");
        unchanged = metrics.counter("commitcast.feed.answers", "answer", "unchanged");
    }

    void given() {
        given.increment();
    }

    void unchanged() {
        unchanged.increment();
    }

    /** Counts one that was given the short way. */
    void shortly() {
        shortly.increment();
    }

    /** How many of all of them were given the short way. */
    long givenShortly() {
        return shortly.sum();
    }
}
