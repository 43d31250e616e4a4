package org.commitcast.feedrendering;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commitcast.feedrendering.rss.RssFeed;

/** Takes an item's element apart. */
final class ElementReader {
    private static final XMLInputFactory READERS = readers();

    /** What the field's own words are for elements whose name says less. */
    private static final Map<String, String> NAMES =
            Map.of("content:encoded", "content", "pubDate", "date", "itunes:duration", "duration");

    private static final String FEED = RssFeed.opening();

    private ElementReader() {}

    private static XMLInputFactory readers() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Of each element within the item, by name, a digest of its attributes and text, and of all within it. */
    static Map<String, String> read(byte[] item) {
        Map<String, StringBuilder> said = new TreeMap<>();
        try {
            // An item by itself declares none of the prefixes that its feed declares.
            String feed = FEED + new String(item, StandardCharsets.UTF_8) + "</rss>";
            readInto(said, READERS.createXMLStreamReader(new StringReader(feed)));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not an item as this module renders it: " + e.getMessage(), e);
        }
        Map<String, String> digests = new TreeMap<>();
        said.forEach((name, text) -> digests.put(
                NAMES.getOrDefault(name, name), Digest.of(text.toString().getBytes(StandardCharsets.UTF_8), 4)));
        return digests;
    }

    private static void readInto(Map<String, StringBuilder> said, XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        StringBuilder current = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > 2) {
                if (depth == 3) {
                    current = said.computeIfAbsent(name(xml), name -> new StringBuilder());
                }
                current.append('\u0001').append(name(xml));
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    current.append('\u0002').append(xml.getAttributeLocalName(i));
                    current.append('\u0003').append(xml.getAttributeValue(i));
                }
            } else if (event == XMLStreamConstants.CHARACTERS && depth > 2) {
                current.append('\u0004').append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static String name(XMLStreamReader xml) {
        return xml.getPrefix() == null || xml.getPrefix().isEmpty()
                ? xml.getLocalName()
                : xml.getPrefix() + ":" + xml.getLocalName();
    }
}
