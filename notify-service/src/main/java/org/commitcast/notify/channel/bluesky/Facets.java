package org.commitcast.notify.channel.bluesky;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is a link and what a hashtag in a text: Bluesky itself finds nothing in it. Places are counted in bytes of
 * UTF-8. Nobody is ever mentioned.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">Links, mentions, and rich text</a>
 */
final class Facets {
    /** Not within a word or an address, and not of digits alone; of at most 64 characters. */
    private static final Pattern HASHTAG = Pattern.compile(
            "(?<![\\p{L}\\p{N}_#&/])#(?=[\\p{N}_]*[\\p{L}])([\\p{L}\\p{M}\\p{N}_]{1,64})(?![\\p{L}\\p{M}\\p{N}_])");

    private Facets() {}

    static ArrayNode of(String text, String url) {
        ArrayNode facets = JsonNodeFactory.instance.arrayNode();
        int link = text.indexOf(url);
        if (link >= 0) {
            facet(facets, text, link, link + url.length(), "link").put("uri", url);
        }
        Matcher hashtag = HASHTAG.matcher(text);
        while (hashtag.find()) {
            if (hashtag.start() < link || hashtag.start() >= link + url.length() || link < 0) {
                facet(facets, text, hashtag.start(), hashtag.end(), "tag").put("tag", hashtag.group(1));
            }
        }
        return facets;
    }

    private static ObjectNode facet(ArrayNode facets, String text, int from, int to, String kind) {
        ObjectNode facet = facets.addObject();
        facet.putObject("index")
                .put("byteStart", bytes(text.substring(0, from)))
                .put("byteEnd", bytes(text.substring(0, to)));
        return facet.putArray("features").addObject().put("$type", "app.bsky.richtext.facet#" + kind);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
