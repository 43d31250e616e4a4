package org.commitcast.contentevents;

import org.jspecify.annotations.Nullable;

/**
 * One passage of a transcript.
 *
 * @param startMillis after the recording's beginning
 * @param endMillis absent for the last cue where the source does not say
 * @param speaker absent where the source names none
 */
public record Cue(long startMillis, @Nullable Long endMillis, @Nullable String speaker, String text) {}
