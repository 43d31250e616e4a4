package org.commitcast.feeddifference;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML as a browser understands it, written down in one way: two texts that come to the same here are shown alike. The
 * tree is made as <a href="https://html.spec.whatwg.org/multipage/parsing.html">browsers make it</a>; attributes are
 * sorted, comments and white space that nobody sees are left out, relative addresses resolved.
 */
final class ReadHtml {
    private static final Set<String> ADDRESSES = Set.of("href", "src");
    private static final Set<String> AS_WRITTEN = Set.of("pre", "textarea", "script", "style");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");

    private final String link;
    private final List<Part> parts = new ArrayList<>();

    private ReadHtml(String link) {
        this.link = link;
    }

    /** A tag, or a text between two. */
    private record Part(String text, boolean tag, boolean block, boolean asWritten) {}

    /** The one way to write it. */
    static String of(String html, String link) {
        ReadHtml read = new ReadHtml(link);
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            read.node(node, false);
        }
        return read.written();
    }

    private void node(Node node, boolean asWritten) {
        if (node instanceof TextNode text) {
            text(text.getWholeText(), asWritten);
        } else if (node instanceof Element element) {
            element(element, asWritten);
        }
    }

    private void element(Element element, boolean asWritten) {
        boolean within = asWritten || AS_WRITTEN.contains(element.normalName());
        // A line break is none, but what stands beside it loses its white space all the same.
        boolean block = element.isBlock() || element.normalName().equals("br");
        String name = element.normalName();
        parts.add(new Part("<" + name + attributes(element) + ">", true, block, within));
        if (name.equals("script") || name.equals("style")) {
            text(element.data(), true);
        }
        for (Node child : element.childNodes()) {
            node(child, within);
        }
        if (!element.tag().isSelfClosing()) {
            parts.add(new Part("</" + name + ">", true, block, within));
        }
    }

    private String attributes(Element element) {
        Map<String, String> sorted = new TreeMap<>();
        for (Attribute attribute : element.attributes()) {
            sorted.put(attribute.getKey(), value(attribute));
        }
        return sorted.entrySet().stream()
                .map(entry -> " " + entry.getKey() + "=\"" + entry.getValue() + "\"")
                .collect(Collectors.joining());
    }

    private String value(Attribute attribute) {
        String value = attribute.getValue() == null ? "" : attribute.getValue();
        if (attribute.getKey().equals("class")) {
            return Arrays.stream(value.strip().split("\\s+"))
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
        return ADDRESSES.contains(attribute.getKey()) && !value.startsWith("#") ? resolved(value.strip()) : value;
    }

    private String resolved(String address) {
        try {
            return link.isEmpty() ? address : URI.create(link).resolve(address).toString();
        } catch (IllegalArgumentException e) {
            // Spaces and the like: as it is written, on both sides.
            return address;
        }
    }

    private void text(String text, boolean asWritten) {
        String said =
                asWritten ? text.replace("\r\n", "\n") : SPACE.matcher(text).replaceAll(" ");
        if (!parts.isEmpty() && !parts.get(parts.size() - 1).tag()) {
            // Where a comment stood between them.
            said = parts.remove(parts.size() - 1).text() + said;
        }
        parts.add(new Part(said, false, false, asWritten));
    }

    private String written() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean first = i == 0 || parts.get(i - 1).block();
            boolean last = i == parts.size() - 1 || parts.get(i + 1).block();
            String text = part.text();
            if (!part.tag() && part.asWritten()) {
                text = i < parts.size() - 1 && parts.get(i + 1).text().startsWith("</") ? text.stripTrailing() : text;
            } else if (!part.tag()) {
                text = first ? text.stripLeading() : text;
                text = last ? text.stripTrailing() : text;
            }
            all.append(text);
        }
        return all.toString();
    }
}
