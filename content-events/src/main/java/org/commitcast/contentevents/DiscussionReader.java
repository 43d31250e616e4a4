package org.commitcast.contentevents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what is said of discussions out of maps and plain values, as JSON and YAML give them. */
final class DiscussionReader {
    private static final List<String> PLATFORMS =
            List.of("hackernews", "lobsters", "lemmy", "reddit", "mastodon", "bluesky");

    private static final List<String> DECISIONS = List.of("accept", "propose", "never");

    private DiscussionReader() {}

    static DiscussionDefinition read(Map<?, ?> value) {
        for (var name : value.keySet()) {
            if (!List.of("policy", "submit").contains(String.valueOf(name))) {
                throw new UnfitValueException("." + name, "is not known: there are policy and submit");
            }
        }
        return new DiscussionDefinition(
                byPlatform(".policy", value.get("policy"), (platform, said) -> decision(said)),
                byPlatform(".submit", value.get("submit"), Community::read));
    }

    private static Map<String, String> byPlatform(
            String place, @Nullable Object value, BiFunction<String, Object, String> reader) {
        var said = new LinkedHashMap<Object, Object>();
        if (value instanceof Map<?, ?> map) {
            said.putAll(map);
        } else if (value != null) {
            throw new UnfitValueException(place, "must have the names of platforms and a value for each");
        }
        var read = new TreeMap<String, String>();
        said.forEach((name, element) -> {
            var platform = String.valueOf(name);
            if (!PLATFORMS.contains(platform)) {
                throw new UnfitValueException(
                        place + "." + platform, "is no known platform: there are " + String.join(", ", PLATFORMS));
            }
            // Written without a value, or as false: nothing is said of this platform.
            if (element == null || Boolean.FALSE.equals(element)) {
                return;
            }
            try {
                read.put(platform, reader.apply(platform, element));
            } catch (IllegalArgumentException e) {
                throw new UnfitValueException(place + "." + platform, String.valueOf(e.getMessage()));
            }
        });
        return read;
    }

    private static String decision(Object said) {
        var decision = said.toString().strip().toLowerCase(Locale.ROOT);
        if (!DECISIONS.contains(decision)) {
            throw new IllegalArgumentException("must be accept, propose or never");
        }
        return decision;
    }
}
