package org.commitcast.contentreading.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes links absolute: a feed's reader does not know where the page was. */
final class AbsoluteLinks {

    private static final List<String> ATTRIBUTES = List.of("href", "src", "poster", "cite", "data");
    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final Optional<URI> page;

    private AbsoluteLinks(@Nullable String page) {
        this.page = parsed(page);
    }

    /** @param page null leaves relative links alone */
    static AbsoluteLinks from(@Nullable String page) {
        return new AbsoluteLinks(page);
    }

    private static Optional<URI> parsed(@Nullable String page) {
        try {
            return page == null ? Optional.empty() : Optional.of(new URI(page));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    void resolve(Element root) {
        root.traverse((node, depth) -> {
            if (node instanceof Element element && node.attributesSize() > 0) {
                resolveOwn(element);
            }
        });
    }

    private void resolveOwn(Element element) {
        for (var attribute : ATTRIBUTES) {
            if (element.hasAttr(attribute)) {
                element.attr(attribute, absolute(element.attr(attribute)));
            }
        }
        if (element.hasAttr("srcset")) {
            element.attr(
                    "srcset", ImageSet.of(element.attr("srcset")).absolute(this).toString());
        }
    }

    String absolute(String link) {
        var stripped = link.strip();
        if (stripped.isEmpty()
                || stripped.startsWith("#")
                || WITH_SCHEME.matcher(stripped).matches()) {
            return link;
        }
        if (stripped.startsWith("//")) {
            return "https:" + stripped;
        }
        return page.map(base -> from(base, stripped)).orElse(link);
    }

    /** Only the base is a proper address: authors' links hold spaces and umlauts. */
    private static String from(URI base, String link) {
        var host = base.getScheme() + "://" + base.getRawAuthority();
        if (link.startsWith("/")) {
            return host + link;
        }
        var path = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
        if (link.startsWith("?")) {
            return host + path + link;
        }
        return host + normalised(path.substring(0, path.lastIndexOf('/') + 1) + link);
    }

    private static String normalised(String path) {
        var end = 0;
        while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
            end++;
        }
        var segments = new ArrayDeque<String>();
        for (var segment : path.substring(0, end).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        var joined = String.join("/", segments);
        return (joined.startsWith("/") ? joined : "/" + joined) + path.substring(end);
    }
}
