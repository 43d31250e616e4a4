package org.commitcast.ingest.commitstatus;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a forge shows beside a commit.
 *
 * @param context under which name; a later status of the same name takes the place of this one
 * @param page where more is to be seen
 */
record CommitStatus(String commit, State state, String description, String context, @Nullable URI page) {

    /** How it stands. */
    enum State {
        PENDING,
        SUCCESS,
        FAILURE
    }

    /** The same for each two that look the same. */
    String fingerprint() {
        return state + "|" + description + "|" + context + "|" + page;
    }
}
