package org.commitcast.eventtransport;

import org.commitcast.contentevents.EventHandler;

/**
 * A consumer's view of one poll: all its events are handled in one transaction. Must be idempotent under the version
 * guard, because records are delivered again.
 */
public interface PolledEvents extends EventHandler {

    /** Called after the poll's last event, in the same transaction. */
    default void pollEnds() {}
}
