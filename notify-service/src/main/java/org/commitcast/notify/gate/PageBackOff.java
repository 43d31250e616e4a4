package org.commitcast.notify.gate;

import java.time.Duration;

/** How long until a page that is not there is looked at again. A static site is built within minutes. */
final class PageBackOff {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private PageBackOff() {}

    /** @param checks how many there have been */
    static Duration after(int checks) {
        Duration wait = Duration.ofSeconds(2).multipliedBy(1L << (Math.min(checks, 20) / 2));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
