package org.commitcast.notify.search;

import org.commitcast.notify.lane.Turn;

/** However many young items are due at a source, every tenth search there is one of those that can wait. */
final class BacklogShare {
    private static final int YOUNG = 9;

    /** Where there is room for every second search, that must not always be one of the young. */
    private static final int MOST_TRIES = 3;

    private int young;
    private int tries;

    boolean isDue() {
        return young >= YOUNG;
    }

    /** A young item has had a turn. */
    void tookYoung() {
        young++;
    }

    /** The others have had one. */
    void tookBacklog(Turn turn) {
        tries = turn.quiet() == null ? MOST_TRIES : tries + 1;
        if (tries >= MOST_TRIES) {
            young = 0;
            tries = 0;
        }
    }
}
