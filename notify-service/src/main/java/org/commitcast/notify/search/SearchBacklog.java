package org.commitcast.notify.search;

import org.commitcast.notify.lane.Turn;

/** Searches that can wait: they get the turns at a source that young items leave, and some of the others. */
public interface SearchBacklog {
    /** Makes one search at a source, at most one call. */
    Turn work(String source);
}
