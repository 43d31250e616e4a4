package org.commitcast.contentevents;

import org.jspecify.annotations.Nullable;

/**
 * An item's audio or video, hosted by its owner.
 *
 * @param url as it goes into the feed, any prefix included
 * @param length in bytes; absent where the document does not say
 * @param type the media type
 * @param durationSeconds absent where the document does not say
 */
public record Enclosure(String url, @Nullable Long length, String type, @Nullable Long durationSeconds) {}
