package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HotBodiesTest {
    private static final int BYTES = 100_000;

    private final HotBodies hot =
            new HotBodies(new ServingSettings(Path.of("unused"), BYTES), new SimpleMeterRegistry());
    private final DocumentBody[] bodies = IntStream.range(0, 100)
            .mapToObj(seed -> {
                byte[] text = new byte[5_000];
                new Random(seed).nextBytes(text);
                return Bodies.of(text);
            })
            .toArray(DocumentBody[]::new);

    @Test
    void takeNoMoreMemoryThanTheyMay() {
        for (int i = 0; i < bodies.length; i++) {
            hot.put(key(i), bodies[i]);
        }

        long held = IntStream.range(0, bodies.length)
                .filter(i -> hot.find(document(i, bodies[i])) != null)
                .mapToLong(i -> bodies[i].gzip().length)
                .sum();
        assertThat(held).isBetween(BYTES / 2L, (long) BYTES);
    }

    @Test
    void areOfExactlyTheStateThatIsAskedFor() {
        hot.put(key(1), bodies[1]);

        assertThat(hot.find(document(1, bodies[1]))).isEqualTo(bodies[1].gzip());
        assertThat(hot.find(document(1, bodies[2]))).isNull();
    }

    private static DocumentKey key(int number) {
        return DocumentKey.rss("harbour", "feed" + number);
    }

    private static ServedDocument document(int number, DocumentBody body) {
        Edition edition = new Edition("life", 1, 1, 1);
        return new ServedDocument(
                key(number), DocumentType.RSS, edition, Standing.SERVED, Instant.EPOCH, true, null, body.facts());
    }
}
