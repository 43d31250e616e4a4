package org.commitcast.eventtransport;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Growing pauses between tries of one thing; tells the log once. */
final class BackOff {
    private static final Logger LOG = Logger.getLogger(BackOff.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = Duration.ofMillis(50);

    void pause(String what, Throwable why) throws InterruptedException {
        if (next.toMillis() == 50) {
            LOG.warnf(why, "%s and will be tried again", what);
        }
        Thread.sleep(next.toMillis());
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }
}
