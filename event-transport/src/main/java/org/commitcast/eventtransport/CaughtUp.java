package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** Whether this instance's store holds all that the service has ever published. Processing waits for it. */
@ApplicationScoped
public class CaughtUp {
    private final CountDownLatch latch = new CountDownLatch(1);

    /** Whether processing may begin. */
    public boolean isCaughtUp() {
        return latch.getCount() == 0;
    }

    /** Returns when processing may begin. */
    public void await() throws InterruptedException {
        latch.await();
    }

    void reached() {
        latch.countDown();
    }
}
