package org.commitcast.notify.discussion;

import org.commitcast.contentevents.DiscussionState;

/** An item's threads are these now. Fired in the transaction of the change, also where a store learns them back. */
public record ThreadsChanged(DiscussionState state) {}
