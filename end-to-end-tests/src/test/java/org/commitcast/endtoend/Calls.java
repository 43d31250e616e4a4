package org.commitcast.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls of one kind that a stand-in was sent: what was asked, and when. */
final class Calls {
    private final List<Call> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable Held held;

    private record Call(String asked, long at) {}

    /** A call whose answer is held back. */
    static final class Held {
        private final Predicate<String> wanted;
        private final CountDownLatch come = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final AtomicInteger beside = new AtomicInteger();

        private Held(Predicate<String> wanted) {
            this.wanted = wanted;
        }

        boolean hasCome() {
            return come.getCount() == 0;
        }

        /** How many others of its kind have come since. */
        int beside() {
            return beside.get();
        }

        /** Lets it be answered. */
        void release() {
            free.countDown();
        }
    }

    /** How a call is answered. */
    interface Answering {
        void answer() throws IOException;
    }

    /** Answers a call, once it is not held back any more. */
    void during(String asked, Answering answering) throws IOException {
        all.add(new Call(asked, System.nanoTime()));
        Held waiting = held;
        if (waiting == null || !waiting.wanted.test(asked) || waiting.hasCome()) {
            if (waiting != null && waiting.hasCome()) {
                waiting.beside.incrementAndGet();
            }
            answering.answer();
            return;
        }
        waiting.come.countDown();
        try {
            // Longer than any client waits.
            if (waiting.free.await(60, TimeUnit.SECONDS)) {
                answering.answer();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds back the next call that asks for that. */
    Held holdNext(Predicate<String> wanted) {
        Held next = new Held(wanted);
        held = next;
        return next;
    }

    /** In order. */
    List<String> all() {
        return all.stream().map(Call::asked).toList();
    }

    /** How much later than the first call for that the last one came. */
    Duration apart(String asked) {
        List<Long> times = all.stream()
                .filter(call -> call.asked().equals(asked))
                .map(Call::at)
                .toList();
        return Duration.ofNanos(times.get(times.size() - 1) - times.get(0));
    }
}
