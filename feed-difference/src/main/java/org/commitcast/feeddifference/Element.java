package org.commitcast.feeddifference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/** An element of a feed with all within it, by the names that the field uses, whatever prefixes it has. */
final class Element {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Prefixes by namespace; capitals and a missing slash are common. */
    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.w3.org/2005/atom",
            "atom:",
            "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "itunes:",
            "http://purl.org/rss/1.0/modules/content",
            "content:",
            "http://purl.org/dc/elements/1.1",
            "dc:",
            "https://podcastindex.org/namespace/1.0",
            "podcast:",
            "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
            "podcast:",
            "http://search.yahoo.com/mrss",
            "media:",
            "http://podlove.org/simple-chapters",
            "psc:",
            "http://purl.org/syndication/history/1.0",
            "fh:",
            XHTML,
            "");

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder markup = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    /** The name of the element at which the reader is. */
    static String name(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String known = namespace.isEmpty()
                ? ""
                : PREFIXES.getOrDefault(namespace.toLowerCase(Locale.ROOT).replaceFirst("/$", ""), prefix(xml));
        return known + xml.getLocalName();
    }

    private static String prefix(XMLStreamReader xml) {
        return xml.getPrefix() == null || xml.getPrefix().isEmpty() ? "" : xml.getPrefix() + ":";
    }

    /** Reads the element at which the reader is, and leaves it at its end. */
    static Element read(XMLStreamReader xml) throws XMLStreamException {
        Element element = new Element(name(xml));
        boolean html = XHTML.equals(xml.getNamespaceURI());
        StringBuilder tag = new StringBuilder("<").append(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            tag.append(' ').append(xml.getAttributeLocalName(i)).append("=\"");
            tag.append(Entities.escape(xml.getAttributeValue(i))).append('"');
        }
        if (html) {
            element.markup.append(tag).append('>');
        }
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element.add(read(xml));
            } else if (xml.isCharacters()) {
                element.text.append(xml.getText());
                element.markup.append(Entities.escape(xml.getText()));
            }
            event = xml.next();
        }
        if (html) {
            element.markup.append("</").append(xml.getLocalName()).append('>');
        }
        return element;
    }

    private void add(Element child) {
        children.add(child);
        text.append(child.text);
        markup.append(child.markup);
    }

    String name() {
        return name;
    }

    /** All text within. */
    String text() {
        return text.toString();
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    Stream<Element> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    List<Element> children() {
        return children;
    }

    Optional<Element> child(String... wanted) {
        return Stream.of(wanted).flatMap(this::children).findFirst();
    }

    /** What it says, by where within it: its text under no name. Nothing that is blank. */
    Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        addFacts("", facts);
        return facts;
    }

    private void addFacts(String place, Map<String, String> facts) {
        if (children.isEmpty()) {
            addFact(place, text(), facts);
        }
        attributes.forEach((attribute, value) -> addFact((place + " " + attribute).strip(), value, facts));
        children.forEach(child -> child.addFacts((place + " " + child.name).strip(), facts));
    }

    private static void addFact(String place, String value, Map<String, String> facts) {
        String words = Readings.words(value);
        if (!words.isEmpty()) {
            facts.merge(place, words, (before, next) -> before + ", " + next);
        }
    }

    /** The text of the first of these that says anything. */
    Optional<String> text(String... wanted) {
        return Stream.of(wanted)
                .flatMap(this::children)
                .map(Element::text)
                .filter(said -> !said.isBlank())
                .findFirst();
    }

    /**
     * The text of an Atom construct as HTML.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-3.1">RFC 4287, text constructs</a>
     */
    String html() {
        return switch (attributes.getOrDefault("type", "text")) {
            case "html", "text/html" -> text();
            // Within the one div that has to be there, and is no part of it.
            case "xhtml" -> children("div").findFirst().map(Element::inner).orElseGet(this::text);
            default -> Entities.escape(text());
        };
    }

    private String inner() {
        return markup.substring(markup.indexOf(">") + 1, markup.lastIndexOf("</"));
    }
}
