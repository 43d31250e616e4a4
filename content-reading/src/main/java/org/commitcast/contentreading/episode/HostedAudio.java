package org.commitcast.contentreading.episode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server that hosts an enclosure says of it.
 *
 * @param problem why nothing can be said, for people; null where it answered as it should
 * @param length in bytes, where it says it
 * @param type as it says it
 * @param ranges whether parts can be asked for
 */
public record HostedAudio(@Nullable String problem, @Nullable Long length, @Nullable String type, boolean ranges) {

    /** Nothing is there, or nothing answers. */
    public static HostedAudio missing(String problem) {
        return new HostedAudio(problem, null, null, false);
    }

    Optional<String> missing() {
        return Optional.ofNullable(problem);
    }
}
