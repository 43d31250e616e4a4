package org.commitcast.contentreading.episode;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Media types of enclosures by the ending of their address.
 *
 * @see <a href="https://podcasters.apple.com/support/829-validate-your-podcast">the types that Apple names</a>
 */
final class MediaType {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/x-m4a"),
            Map.entry("aac", "audio/aac"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/opus"),
            Map.entry("flac", "audio/flac"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/x-m4v"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"));

    private MediaType() {}

    static Optional<String> of(String url) {
        var path = url.replaceFirst("[?#].*$", "");
        var dot = path.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(BY_ENDING.get(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
