package org.commitcast.contentevents;

import org.jspecify.annotations.Nullable;

/** A chapter of an episode, starting that many seconds after its beginning. */
public record Chapter(long startSeconds, String title, @Nullable String link) {}
