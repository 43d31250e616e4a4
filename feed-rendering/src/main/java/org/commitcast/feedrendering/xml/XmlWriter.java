package org.commitcast.feedrendering.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements one to a line, as UTF-8. Text is escaped, never put into CDATA sections, which have no way to hold
 * every text.
 */
public final class XmlWriter {
    private static final int USUAL_LENGTH = 4096;

    private final Utf8Text xml;
    /** Of each element that is not ended its name and on top of it its prefix. */
    private final Deque<String> open = new ArrayDeque<>();

    private boolean inTag;

    /** Of something that is not long. */
    public XmlWriter() {
        this(USUAL_LENGTH);
    }

    /** Of something that takes about so many bytes. */
    public XmlWriter(int expected) {
        xml = new Utf8Text(expected);
    }

    public void startDocument() {
        xml.append("<?xml version='1.0' encoding='UTF-8'?>");
        newLine();
    }

    public void declare(Namespace namespace) {
        attribute("xmlns:" + namespace.prefix(), namespace.uri());
    }

    public void start(String name) {
        start("", name);
    }

    public void start(Namespace namespace, String name) {
        start(namespace.qualifier(), name);
    }

    private void start(String prefix, String name) {
        closeTag();
        xml.append("<");
        xml.append(prefix);
        xml.append(name);
        open.push(name);
        open.push(prefix);
        inTag = true;
    }

    public void declareAsDefault(Namespace namespace) {
        attribute("xmlns", namespace.uri());
    }

    /** The language of what is within the element; nothing where nobody said it. */
    public void language(@Nullable String language) {
        optional("xml:lang", language);
    }

    /** An attribute; none where there is no text. */
    public void optional(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attribute(name, value);
        }
    }

    public void attribute(String name, String value) {
        xml.append(" ");
        xml.append(name);
        xml.append("=\"");
        xml.append(value, Escapes.ATTRIBUTE);
        xml.append("\"");
    }

    public void end() {
        String prefix = open.pop();
        String name = open.pop();
        if (inTag) {
            xml.append("/>\n");
            inTag = false;
        } else {
            xml.append("</");
            xml.append(prefix);
            xml.append(name);
            xml.append(">\n");
        }
    }

    public void newLine() {
        closeTag();
        xml.append("\n");
    }

    public void text(String text) {
        closeTag();
        xml.append(text, Escapes.TEXT);
    }

    private void closeTag() {
        if (inTag) {
            xml.append(">");
            inTag = false;
        }
    }

    /** An element with text; nothing where there is no text. */
    public void element(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            start(name);
            text(text);
            end();
        }
    }

    /** An element with text; nothing where there is no text. */
    public void element(Namespace namespace, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            start(namespace, name);
            text(text);
            end();
        }
    }

    /** An element that says everything in one attribute. */
    public void reference(Namespace namespace, String name, String attribute, String value) {
        start(namespace, name);
        attribute(attribute, value);
        end();
    }

    /** What was written since this was last asked. */
    public byte[] taken() {
        return xml.taken();
    }
}
