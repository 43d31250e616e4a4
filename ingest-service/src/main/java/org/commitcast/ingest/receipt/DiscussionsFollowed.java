package org.commitcast.ingest.receipt;

import org.commitcast.contentevents.DiscussionState;

/** An item's discussions are others than before; fired in the transaction that takes them in. */
public record DiscussionsFollowed(DiscussionState state) {}
