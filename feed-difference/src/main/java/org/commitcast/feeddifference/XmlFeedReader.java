package org.commitcast.feeddifference;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commitcast.feeddifference.ReadFeed.Form;

/** Reads RSS and Atom, an item at a time. Document types are refused: nothing else is ever loaded. */
final class XmlFeedReader {
    private final XMLStreamReader xml;
    private final List<ReadItem> items = new ArrayList<>();
    private final Map<ChannelField, String> channel = new EnumMap<>(ChannelField.class);
    private final List<OtherElement> others = new ArrayList<>();

    private XmlFeedReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static ReadFeed read(byte[] bytes) throws UnreadableFeedException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new XmlFeedReader(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))).feed();
        } catch (XMLStreamException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber();
            throw new UnreadableFeedException("is no well-formed XML" + where, e);
        }
    }

    private ReadFeed feed() throws XMLStreamException, UnreadableFeedException {
        while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new UnreadableFeedException("has a document type, which is not read");
            }
        }
        if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
            throw new UnreadableFeedException("is empty");
        }
        String root = Element.name(xml);
        if (root.equals("atom:feed")) {
            readInto(Form.ATOM, Optional.ofNullable(xml.getAttributeValue(XML, "lang")));
            return new ReadFeed(Form.ATOM, channel, others, items);
        }
        if (!root.equals("rss") || !toChannel()) {
            throw new UnreadableFeedException("is neither RSS, Atom nor JSON Feed, but " + root);
        }
        readInto(Form.RSS, Optional.empty());
        return new ReadFeed(Form.RSS, channel, others, items);
    }

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private boolean toChannel() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return Element.name(xml).equals("channel");
            }
        }
        return false;
    }

    private void readInto(Form form, Optional<String> language) throws XMLStreamException {
        language.ifPresent(code -> channel.put(ChannelField.LANGUAGE, code));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                Element element = Element.read(xml);
                switch (element.name()) {
                    case "item" -> RssItems.read(element).ifPresent(items::add);
                    case "atom:entry" -> AtomItems.read(element).ifPresent(items::add);
                    default -> say(form, element);
                }
            }
        }
    }

    private void say(Form form, Element element) {
        boolean known = form == Form.RSS ? RssItems.channel(element, this::say) : AtomItems.channel(element, this::say);
        if (!known) {
            OtherElement.of(element).ifPresent(others::add);
        }
    }

    private void say(ChannelField field, String text) {
        if (!text.isBlank()) {
            channel.merge(field, text, field::joined);
        }
    }
}
