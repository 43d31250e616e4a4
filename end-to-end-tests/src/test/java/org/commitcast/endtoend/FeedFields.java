package org.commitcast.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A feed as a table: every field of the channel and of each item, whatever its order in the document. */
final class FeedFields {
    private FeedFields() {}

    /** Field by name; an item's fields carry its guid. The feed's own address is left out. */
    static Map<String, String> of(byte[] rss) {
        Map<String, String> fields = new LinkedHashMap<>();
        int position = 0;
        for (Element field :
                children((Element) document(rss).getElementsByTagName("channel").item(0))) {
            if (field.getTagName().equals("item")) {
                item(field, position++, fields);
            } else if (!field.getTagName().equals("atom:link")) {
                fields.merge("channel " + field.getTagName(), text(field), (a, b) -> a + "\n" + b);
            }
        }
        return fields;
    }

    /** The guids of all items. */
    static Set<String> guids(byte[] rss) {
        NodeList guids = document(rss).getElementsByTagName("guid");
        Set<String> all = new HashSet<>();
        for (int i = 0; i < guids.getLength(); i++) {
            all.add(guids.item(i).getTextContent());
        }
        return all;
    }

    private static void item(Element item, int position, Map<String, String> fields) {
        String guid = item.getElementsByTagName("guid").item(0).getTextContent();
        fields.put(guid + " position", String.valueOf(position));
        for (Element field : children(item)) {
            fields.merge(guid + " " + field.getTagName(), text(field), (a, b) -> a + "\n" + b);
        }
    }

    private static org.w3c.dom.Document document(byte[] rss) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(rss));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("not a feed", e);
        }
    }

    private static Iterable<Element> children(Element parent) {
        java.util.List<Element> children = new java.util.ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element field) {
        StringBuilder text = new StringBuilder(field.getTextContent());
        NamedNodeMap attributes = field.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            text.append(" @").append(attributes.item(i));
        }
        return text.toString();
    }
}
