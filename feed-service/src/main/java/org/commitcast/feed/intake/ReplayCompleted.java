package org.commitcast.feed.intake;

/** All that lay on the topics at the start is in the store. */
record ReplayCompleted() {}
