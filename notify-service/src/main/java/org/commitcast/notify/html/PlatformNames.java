package org.commitcast.notify.html;

import java.util.Map;

/** What platforms are called where people read it. */
public final class PlatformNames {
    private static final Map<String, String> NAMES = Map.of(
            "hackernews", "Hacker News",
            "lobsters", "Lobsters",
            "lemmy", "Lemmy",
            "reddit", "Reddit",
            "mastodon", "Mastodon",
            "bluesky", "Bluesky");

    private PlatformNames() {}

    public static String of(String platform) {
        return NAMES.getOrDefault(platform, "Elsewhere");
    }
}
