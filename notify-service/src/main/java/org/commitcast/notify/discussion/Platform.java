package org.commitcast.notify.discussion;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells by a thread's address on which platform it is. */
final class Platform {
    private static final Map<Pattern, String> BY_HOST = new LinkedHashMap<>();
    private static final Map<Pattern, String> BY_PATH = new LinkedHashMap<>();

    static {
        BY_HOST.put(Pattern.compile("(.*\\.)?(reddit\\.com|redd\\.it)"), "reddit");
        BY_HOST.put(Pattern.compile("news\\.ycombinator\\.com"), "hackernews");
        BY_HOST.put(Pattern.compile("(www\\.)?lobste\\.rs"), "lobsters");
        BY_HOST.put(Pattern.compile("bsky\\.app"), "bluesky");
        BY_HOST.put(Pattern.compile("lemmy\\..*|(.*\\.)?lemmy\\.[a-z]+"), "lemmy");
        // Servers of these have any name, but their paths have a form.
        BY_PATH.put(Pattern.compile("/@[^/]+/[0-9A-Za-z]+/?|/users/[^/]+/statuses/[0-9A-Za-z]+/?"), "mastodon");
        BY_PATH.put(Pattern.compile("/post/[0-9]+(/[0-9]+)?/?|/comment/[0-9]+/?"), "lemmy");
    }

    private Platform() {}

    static String of(URI thread) {
        String host = String.valueOf(thread.getHost()).toLowerCase(Locale.ROOT);
        String path = thread.getPath() == null ? "" : thread.getPath();
        return named(BY_HOST, host, named(BY_PATH, path, "other"));
    }

    private static String named(Map<Pattern, String> patterns, String text, String otherwise) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
