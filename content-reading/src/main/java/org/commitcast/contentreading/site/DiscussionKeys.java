package org.commitcast.contentreading.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The front matter key of each discussion platform, in the order in which they are written. */
public record DiscussionKeys(Map<String, String> byPlatform) implements Shown {

    public DiscussionKeys {
        byPlatform = Collections.unmodifiableMap(new LinkedHashMap<>(byPlatform));
    }

    /** Each platform under its own name. */
    public static DiscussionKeys usual() {
        var keys = new LinkedHashMap<String, String>();
        for (var platform : new String[] {"reddit", "hackernews", "lobsters", "lemmy", "mastodon", "bluesky"}) {
            keys.put(platform, platform);
        }
        return new DiscussionKeys(keys);
    }

    /** These keys, and the usual ones for platforms that they do not name. */
    DiscussionKeys completed() {
        var keys = new LinkedHashMap<>(usual().byPlatform);
        keys.putAll(byPlatform);
        return new DiscussionKeys(keys);
    }

    @Override
    public Object asWritten() {
        return byPlatform;
    }
}
