package org.commitcast.feedrendering.xml;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.OutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements one to a line. Text is escaped, never put into CDATA sections, which have no way to hold every text.
 */
public final class XmlWriter {
    private static final XMLOutputFactory WRITERS = writers();

    private final XMLStreamWriter xml;

    /** Writes UTF-8. */
    public XmlWriter(OutputStream target) throws XMLStreamException {
        xml = WRITERS.createXMLStreamWriter(target, "UTF-8");
    }

    private static XMLOutputFactory writers() {
        // Named rather than looked up: another StAX library on the class path must not change a feed's bytes.
        XMLOutputFactory factory = new OutputFactoryImpl();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        return factory;
    }

    public void startDocument() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
    }

    public void declare(Namespace namespace) throws XMLStreamException {
        xml.writeNamespace(namespace.prefix(), namespace.uri());
    }

    public void start(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    public void start(Namespace namespace, String name) throws XMLStreamException {
        xml.writeStartElement(namespace.prefix(), name, namespace.uri());
    }

    public void declareAsDefault(Namespace namespace) throws XMLStreamException {
        xml.writeDefaultNamespace(namespace.uri());
    }

    /** The language of what is within the element; nothing where nobody said it. */
    public void language(@Nullable String language) throws XMLStreamException {
        if (language != null && !language.isEmpty()) {
            String namespace = XMLConstants.XML_NS_URI;
            xml.writeAttribute(XMLConstants.XML_NS_PREFIX, namespace, "lang", XmlCharacters.of(language));
        }
    }

    /** An attribute; none where there is no text. */
    public void optional(String name, @Nullable String value) throws XMLStreamException {
        if (value != null && !value.isEmpty()) {
            attribute(name, value);
        }
    }

    public void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlCharacters.of(value));
    }

    public void end() throws XMLStreamException {
        xml.writeEndElement();
        newLine();
    }

    public void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    public void text(String text) throws XMLStreamException {
        xml.writeCharacters(XmlCharacters.of(text));
    }

    /** An element with text; nothing where there is no text. */
    public void element(String name, @Nullable String text) throws XMLStreamException {
        if (text != null && !text.isEmpty()) {
            start(name);
            text(text);
            end();
        }
    }

    /** An element with text; nothing where there is no text. */
    public void element(Namespace namespace, String name, @Nullable String text) throws XMLStreamException {
        if (text != null && !text.isEmpty()) {
            start(namespace, name);
            text(text);
            end();
        }
    }

    /** An element that says everything in one attribute. */
    public void reference(Namespace namespace, String name, String attribute, String value) throws XMLStreamException {
        start(namespace, name);
        attribute(attribute, value);
        end();
    }

    /** Hands everything written so far to the target. */
    public void flush() throws XMLStreamException {
        xml.flush();
    }

    public void endDocument() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }
}
