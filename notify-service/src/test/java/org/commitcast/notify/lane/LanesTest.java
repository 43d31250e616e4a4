package org.commitcast.notify.lane;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void keyWhoseWorkEndedWithAnErrorRunsAgain() {
        AtomicInteger runs = new AtomicInteger();
        try (Lanes lanes = new Lanes("test", key -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError("too deep");
            }
        })) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                lanes.wake("chat");
                return runs.get() > 1;
            });
        }
    }
}
