package org.commitcast.commandline.feed;

import java.io.PrintStream;

/** Says how far long work is, every two seconds; short work says nothing. */
final class Progress {
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final PrintStream err;
    private final String sentence;
    private final int all;
    private long last = System.nanoTime();

    /** @param sentence with a place for what is done and one for all there is */
    Progress(PrintStream err, String sentence, int all) {
        this.err = err;
        this.sentence = sentence;
        this.all = all;
    }

    void reached(int done) {
        if (System.nanoTime() - last > PAUSE_NANOS) {
            last = System.nanoTime();
            err.println("commitcast feed: " + sentence.formatted(done, all));
        }
    }
}
