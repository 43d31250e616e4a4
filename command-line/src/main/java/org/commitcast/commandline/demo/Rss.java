package org.commitcast.commandline.demo;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A feed as a reader's app sees it. */
record Rss(List<Item> items) {

    /** One item; what it lacks is empty. */
    record Item(String title, String guid, String comments) {}

    static Rss parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one prints.
            builder.setErrorHandler(new DefaultHandler());
            NodeList found =
                    builder.parse(new InputSource(new StringReader(xml))).getElementsByTagName("item");
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                Element item = (Element) found.item(i);
                items.add(new Item(text(item, "title"), text(item, "guid"), text(item, "comments")));
            }
            return new Rss(items);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new DemoFailure("the feed is not well-formed XML (%s)".formatted(e.getMessage()), e);
        }
    }

    private static String text(Element item, String name) {
        NodeList found = item.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    List<String> titles() {
        return items.stream().map(Item::title).toList();
    }
}
