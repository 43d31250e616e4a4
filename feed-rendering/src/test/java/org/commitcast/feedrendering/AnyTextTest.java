package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feedrendering.chapters.Chapters;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.transcript.TranscriptDocument;
import org.commitcast.feedrendering.transcript.TranscriptForm;
import org.w3c.dom.Element;

/** Any text in any field, in every format, read back by parsers that are not ours. */
class AnyTextTest {
    @Property(tries = 200)
    void comesBackWholeFromRss(@ForAll("texts") String text) {
        Element item = Xml.item(Documents.of(Complete.frame(FeedFormat.RSS), episode(text)));
        String kept = AwkwardText.allowedByXml(text);
        String named = AwkwardText.allowedByXml(("x" + text).strip());

        assertThat(Xml.text(item, Xml.RSS, "title")).isEqualTo(kept);
        assertThat(Xml.text(item, "http://purl.org/rss/1.0/modules/content/", "encoded"))
                .startsWith(kept);
        assertThat(Xml.text(item, Xml.PODCAST, "person")).isEqualTo("Ada Quay|" + named);
        assertThat(Xml.children(item, Xml.PODCAST, "person").get(1).getAttribute("role"))
                .isEqualTo(named);
        assertThat(Xml.text(item, Xml.PODCAST, "location")).isEqualTo(named);
        assertThat(Xml.text(item, Xml.PODCAST, "soundbite")).isEqualTo(named);
    }

    @Property(tries = 200)
    void comesBackWholeFromAtom(@ForAll("texts") String text) {
        Element feed = Xml.root(Documents.of(Complete.frame(FeedFormat.ATOM), episode(text)));
        Element entry = Xml.children(feed, Xml.ATOM, "entry").get(0);

        assertThat(Xml.text(entry, Xml.ATOM, "title")).isEqualTo(AwkwardText.allowedByXml(text));
        assertThat(Xml.text(entry, Xml.ATOM, "content")).startsWith(AwkwardText.allowedByXml(text));
        assertThat(Xml.children(entry, Xml.ATOM, "category").get(0).getAttribute("term"))
                .isEqualTo(AwkwardText.allowedByXml("t" + text));
    }

    @Property(tries = 200)
    void comesBackWholeFromJson(@ForAll("texts") String text) throws Exception {
        JsonNode item = new ObjectMapper()
                .readTree(Documents.of(Complete.frame(FeedFormat.JSON), episode(text)))
                .at("/items/0");

        assertThat(item.path("title").asText()).isEqualTo(AwkwardText.allowedByXml(text));
        assertThat(item.path("content_html").asText()).startsWith(AwkwardText.allowedByXml(text));
        assertThat(item.at("/tags/0").asText()).isEqualTo(AwkwardText.allowedByXml("t" + text));
    }

    @Property(tries = 100)
    void makesDocumentsOfItemsThatCanBeRead(@ForAll("texts") String text) throws Exception {
        ContentSnapshot episode =
                Samples.episode("a").chapters(new Chapter(0, "c" + text, null)).snapshot();
        TranscriptState transcript = Complete.transcript(new Cue(0, null, text, "w" + text));

        assertThat(new ObjectMapper()
                        .readTree(Chapters.of(episode))
                        .at("/chapters/0/title")
                        .asText())
                .isEqualTo(AwkwardText.allowedByXml("c" + text));
        assertThat(new ObjectMapper()
                        .readTree(TranscriptDocument.of(transcript, TranscriptForm.JSON))
                        .path("segments"))
                .hasSize(1);
        String vtt = new String(TranscriptDocument.of(transcript, TranscriptForm.VTT), StandardCharsets.UTF_8);
        assertThat(vtt.lines().filter(line -> line.contains("-->"))).hasSize(1);
        assertThat(vtt.split("\n\n")).hasSize(2);
    }

    private static ItemInputs episode(String text) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.putArray("guests").addObject().put("name", "x" + text).put("role", "x" + text);
        said.put("location", "x" + text);
        said.putArray("soundbites")
                .addObject()
                .put("start", 1)
                .put("duration", 2)
                .put("title", "x" + text);
        ContentSnapshot snapshot = Samples.episode("a")
                .title(text)
                .html(text)
                .tag("t" + text)
                .frontMatter(said.toString())
                .snapshot();
        DiscussionState discussions = Samples.threads("a", Samples.thread("other", "https://x.example/?" + "1", true));
        ItemInputs complete = Complete.episode();
        return new ItemInputs(snapshot, discussions, null, complete.addresses(), complete.settings());
    }

    @Provide
    Arbitrary<String> texts() {
        return AwkwardText.any();
    }
}
