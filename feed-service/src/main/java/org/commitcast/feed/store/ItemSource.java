package org.commitcast.feed.store;

import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.TranscriptState;
import org.jspecify.annotations.Nullable;

/**
 * What an item's own documents are made of.
 *
 * @param item absent where it is in no feed: its documents are then not there either
 * @param transcript the one that the item refers to
 */
public record ItemSource(String contentId, @Nullable ContentSnapshot item, @Nullable TranscriptState transcript) {}
