package org.commitcast.contentreading.discussion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.frontmatter.FrontMatter;
import org.commitcast.contentreading.site.DiscussionKeys;

/**
 * Where a document is discussed, as its front matter says.
 *
 * @param links the address by platform
 * @param pending platforms whose key is there without an address: commented out, or empty
 */
public record DiscussionLinks(Map<String, String> links, List<String> pending) {

    public DiscussionLinks {
        links = Map.copyOf(links);
        pending = List.copyOf(pending);
    }

    public static DiscussionLinks read(FrontMatter frontMatter, DiscussionKeys keys, Findings findings) {
        var links = new LinkedHashMap<String, String>();
        var pending = new ArrayList<String>();
        keys.byPlatform().forEach((platform, key) -> {
            var value = frontMatter.values().text(key).map(String::strip).orElse("");
            if (value.matches("https?://[^\\s/]+\\S*")) {
                links.put(platform, value);
            } else if (!value.isEmpty()) {
                findings.warning(
                        "discussion.not-an-address",
                        frontMatter.values().positionOf(key),
                        "'" + key + "' must be the address of the thread, beginning with https://.");
            } else if (frontMatter.values().keys().containsKey(key)
                    || frontMatter.commentedKeys().containsKey(key)) {
                pending.add(platform);
            }
        });
        return new DiscussionLinks(links, pending);
    }
}
