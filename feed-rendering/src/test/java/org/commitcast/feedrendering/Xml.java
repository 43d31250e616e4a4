package org.commitcast.feedrendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads documents by the platform's own parser, names by their namespaces. */
final class Xml {
    /** Elements without a namespace. */
    static final String RSS = "";

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    static final String PODCAST = "https://podcastindex.org/namespace/1.0";
    static final String CHAPTERS = "http://podlove.org/simple-chapters";

    private Xml() {}

    static Element root(byte[] document) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    static Element channel(byte[] rss) {
        return children(root(rss), RSS, "channel").get(0);
    }

    static Element item(byte[] rss) {
        return children(channel(rss), RSS, "item").get(0);
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> namespace.equals(Objects.requireNonNullElse(child.getNamespaceURI(), RSS)))
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static List<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    /** Each of the elements in one line: attributes by name, then the text. */
    static List<String> said(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream().map(Xml::line).toList();
    }

    static String text(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining("|"));
    }

    private static String line(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(element.getAttributes()::item)
                .forEach(attribute -> attributes.put(attribute.getNodeName(), attribute.getNodeValue()));
        String text = element.getTextContent().strip();
        return (attributes.isEmpty() ? "" : attributes) + (text.isEmpty() ? "" : text);
    }
}
