package org.commitcast.feedrendering.document;

import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.TranscriptState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an item's bytes depend on. No feed is among it: an item is the same in all of them.
 *
 * @param transcript the one that the snapshot refers to
 * @param addresses absent where nobody serves documents of items
 */
public record ItemInputs(
        ContentSnapshot item,
        @Nullable DiscussionState discussions,
        @Nullable TranscriptState transcript,
        @Nullable ItemAddresses addresses,
        ItemSettings settings) {

    /** An item by itself. */
    public static ItemInputs of(ContentSnapshot item, @Nullable DiscussionState discussions) {
        return new ItemInputs(item, discussions, null, null, ItemSettings.NONE);
    }

    /** The transcript, if there is one that says something. */
    public Optional<TranscriptState> spoken() {
        return Optional.ofNullable(transcript)
                .filter(state -> !state.withdrawn() && !state.cues().isEmpty());
    }
}
