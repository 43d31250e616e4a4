package org.commitcast.contentreading.adoption;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what identifies the items of an RSS or Atom feed. Document types are refused: nothing else is loaded. */
public final class FeedItems {
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> TEXTS = Set.of("guid", "id", "title", "link");

    private FeedItems() {}

    /**
     * Its items, in its order.
     *
     * @throws XMLStreamException where it is no XML, or has a document type
     */
    public static List<AdoptedItem> read(byte[] feed) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(feed));
        List<AdoptedItem> items = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("it has a document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT && ITEMS.contains(xml.getLocalName())) {
                item(xml).ifPresent(items::add);
            }
        }
        return items;
    }

    private static Optional<AdoptedItem> item(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> found = new HashMap<>();
        int depth = 0;
        while (depth >= 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                boolean ours = depth == 0 && xml.getPrefix().isEmpty();
                attributes(xml, ours, name, found);
                if (ours && TEXTS.contains(name) && xml.getAttributeValue(null, "href") == null) {
                    found.putIfAbsent(name, text(xml));
                } else {
                    depth++;
                }
            }
        }
        String guid = found.getOrDefault("guid", found.get("id"));
        return Optional.ofNullable(guid)
                .filter(text -> !text.isEmpty())
                .map(text -> new AdoptedItem(text, found.get("enclosure"), found.get("link"), found.get("title")));
    }

    private static void attributes(XMLStreamReader xml, boolean ours, String name, Map<String, String> found) {
        String href = xml.getAttributeValue(null, "href");
        String url = xml.getAttributeValue(null, "url");
        String rel = xml.getAttributeValue(null, "rel");
        if (ours && name.equals("enclosure") && url != null) {
            found.putIfAbsent("enclosure", url);
        } else if (ours && name.equals("link") && href != null) {
            boolean enclosure = "enclosure".equals(rel);
            if (enclosure || rel == null || rel.equals("alternate")) {
                found.putIfAbsent(enclosure ? "enclosure" : "link", href);
            }
        }
    }

    /** The text of an element, of a marked-up title too. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (depth >= 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return text.toString().strip();
    }
}
