package org.commitcast.feedrendering.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Beside another writer, byte for byte: what feeds were written with before, so that none changed when ours came. */
class XmlWriterTest {
    @Property(tries = 500)
    void writesWhatAnotherWriterWrites(@ForAll("texts") String text) throws XMLStreamException {
        assertThat(ours(text)).isEqualTo(theirs(text));
    }

    @Test
    void knowsEveryCharacterThatThereIs() throws XMLStreamException {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(ours(all).equals(theirs(all))).isTrue();
    }

    @Test
    void writesADocument() {
        XmlWriter xml = new XmlWriter();
        xml.startDocument();
        xml.start("feed");
        xml.declareAsDefault(Namespace.ATOM);
        xml.declare(Namespace.MEDIA);
        xml.language("pt");
        xml.newLine();
        String head = new String(xml.taken(), StandardCharsets.UTF_8);
        xml.element("title", "Maré & vento");
        xml.element("subtitle", "");
        xml.reference(Namespace.MEDIA, "thumbnail", "url", "https://x.example/?a&b");
        xml.start("rights");
        xml.text("");
        xml.end();
        xml.end();

        assertThat(head + new String(xml.taken(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        <?xml version='1.0' encoding='UTF-8'?>
                        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="pt">
                        <title>Maré &amp; vento</title>
                        <media:thumbnail url="https://x.example/?a&amp;b"/>
                        <rights></rights>
                        </feed>
                        """);
    }

    private static String ours(String text) {
        XmlWriter xml = new XmlWriter(16);
        xml.start(Namespace.DUBLIN_CORE, "a");
        xml.attribute("b", text);
        xml.text(text);
        xml.end();
        return new String(xml.taken(), StandardCharsets.UTF_8);
    }

    private static String theirs(String text) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter xml = new OutputFactoryImpl().createXMLStreamWriter(bytes, "UTF-8");
        String allowed = XmlCharacters.of(text);
        xml.writeStartElement("dc", "a", "http://purl.org/dc/elements/1.1/");
        xml.writeAttribute("b", allowed);
        xml.writeCharacters(allowed);
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Long ones, too, since they are written in pieces, and what is between two of them matters. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> marks = Arbitraries.of(
                "]",
                "]]>",
                ">",
                "<p class=\"a\">",
                "&",
                "'",
                "?",
                "\r\n",
                "\t",
                "\u0000",
                "\u001F",
                "\u007F",
                "é",
                "—",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00",
                "\uFFFE",
                "\uFFFD");
        Arbitrary<String> runs = Arbitraries.integers()
                .between(0, 520)
                .map(length -> "abcdefghijk mnop".repeat(33).substring(0, length));
        return Arbitraries.oneOf(marks, runs, Arbitraries.strings().all().ofMaxLength(40))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
