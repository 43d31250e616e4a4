package org.commitcast.ingest.receipt;

import org.commitcast.contentevents.FeedState;

/** A feed is another one than before; fired in the transaction that takes it in. */
public record FeedFollowed(FeedState state) {}
