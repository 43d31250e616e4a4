package org.commitcast.notify.backfill;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests have done now what is done every hour. */
@ApplicationScoped
public class BackfillUpkeep {
    private final OldBackfills old;

    BackfillUpkeep(OldBackfills old) {
        this.old = old;
    }

    public void run() {
        old.delete();
    }
}
