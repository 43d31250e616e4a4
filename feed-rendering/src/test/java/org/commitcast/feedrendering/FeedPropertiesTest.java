package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commitcast.contentevents.ContentSnapshot;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FeedPropertiesTest {
    @Property(tries = 400)
    void anyTextInAnyFieldComesBackWhole(@ForAll("texts") String text) throws Exception {
        ContentSnapshot item = Samples.episode("a")
                .guid("g" + text)
                .title(text)
                .url("u" + text)
                .html(text)
                .author(text)
                .tag(text)
                .enclosure("e" + text, 5L)
                .snapshot();
        byte[] feed = new FeedRenderer()
                .render(Samples.site(text, text), Samples.podcast(), Samples.PUBLIC_URL, List.of(item), Map.of())
                .feed()
                .bytes();

        Element parsed = (Element) parse(feed).getElementsByTagName("item").item(0);
        String kept = AwkwardText.allowedByXml(text);
        assertThat(textOf(parsed, "guid")).isEqualTo("g" + kept);
        assertThat(textOf(parsed, "link")).isEqualTo("u" + kept);
        assertThat(textOf(parsed, "title")).isEqualTo(kept);
        assertThat(textOf(parsed, "content:encoded")).isEqualTo(kept);
        assertThat(textOf(parsed, "category")).isEqualTo(kept);
        assertThat(textOf(parsed, "itunes:author")).isEqualTo(kept);
        assertThat(((Element) parsed.getElementsByTagName("enclosure").item(0)).getAttribute("url"))
                .isEqualTo("e" + kept);
        assertThat(textOf(parse(feed).getDocumentElement(), "title")).isEqualTo(kept);
    }

    @Property(tries = 100)
    void theSameItemsInAnyOrderGiveTheSameBytes(@ForAll Random random) {
        List<ContentSnapshot> items = IntStream.range(0, 20)
                .mapToObj(number -> Samples.episode("item" + number)
                        .date("2025-01-0" + (1 + number % 3) + "T00:00:00Z")
                        .snapshot())
                .toList();
        List<ContentSnapshot> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);

        assertThat(bytes(shuffled)).isEqualTo(bytes(items));
    }

    @Provide
    Arbitrary<String> texts() {
        return AwkwardText.any();
    }

    private static byte[] bytes(List<ContentSnapshot> items) {
        return new FeedRenderer()
                .render(Samples.site(), Samples.podcast(), Samples.PUBLIC_URL, items, Map.of())
                .feed()
                .bytes();
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String textOf(Element parent, String name) {
        return parent.getElementsByTagName(name).getLength() == 0
                ? ""
                : parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
