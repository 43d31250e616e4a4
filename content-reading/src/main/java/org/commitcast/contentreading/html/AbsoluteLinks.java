package org.commitcast.contentreading.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes links absolute: a feed's reader does not know where the page was. */
final class AbsoluteLinks {

    private static final List<String> ATTRIBUTES = List.of("href", "src", "poster", "cite");

    private AbsoluteLinks() {}

    static void resolve(Element root, @Nullable String page) {
        for (var attribute : ATTRIBUTES) {
            for (var element : root.select("[" + attribute + "]")) {
                element.attr(attribute, absolute(element.attr(attribute), page));
            }
        }
    }

    static String absolute(String link, @Nullable String page) {
        var stripped = link.strip();
        if (stripped.isEmpty() || stripped.startsWith("#") || stripped.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return link;
        }
        if (stripped.startsWith("//")) {
            return "https:" + stripped;
        }
        if (page == null) {
            return link;
        }
        try {
            // The base is parsed as a whole, the link is not: authors' links hold spaces and umlauts.
            var base = new URI(page);
            var host = base.getScheme() + "://" + base.getRawAuthority();
            if (stripped.startsWith("/")) {
                return host + stripped;
            }
            var path = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
            if (stripped.startsWith("?")) {
                return host + path + stripped;
            }
            return host + normalised(path.substring(0, path.lastIndexOf('/') + 1) + stripped);
        } catch (URISyntaxException e) {
            return link;
        }
    }

    private static String normalised(String path) {
        var tail = path.replaceFirst("^[^?#]*", "");
        var segments = new ArrayDeque<String>();
        var plain = path.substring(0, path.length() - tail.length());
        for (var segment : plain.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        var joined = String.join("/", segments);
        return (joined.startsWith("/") ? joined : "/" + joined) + tail;
    }
}
