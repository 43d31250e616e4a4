package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.Cue;
import org.commitcast.feedrendering.chapters.Chapters;
import org.commitcast.feedrendering.transcript.TranscriptDocument;
import org.commitcast.feedrendering.transcript.TranscriptForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Any words of any speaker, in every form of a transcript, read back by the rules of the form. */
class AnyTranscriptTest {
    private static final Pattern VTT_CUE =
            Pattern.compile("00:00:01\\.000 --> 00:00:02\\.000\n<v ([^\n]*?) ?>(.*)", Pattern.DOTALL);
    private static final Pattern SRT_CUE =
            Pattern.compile("1\n00:00:01,000 --> 00:00:02,000\n([^\n]*?): (.*)\n\n", Pattern.DOTALL);

    @Property(tries = 200)
    void comesBackFromWebVtt(@ForAll("texts") String text) {
        String[] blocks = written(text, TranscriptForm.VTT).strip().split("\n\n", -1);
        Matcher cue = VTT_CUE.matcher(blocks[1]);

        assertThat(blocks).hasSize(2);
        assertThat(blocks[0]).isEqualTo("WEBVTT");
        assertThat(cue.matches()).isTrue();
        assertThat(cue.group(1) + cue.group(2)).doesNotContain("<", "-->");
        assertThat(Parser.unescapeEntities(cue.group(1), false)).isEqualTo(speaker(text));
        assertThat(Parser.unescapeEntities(cue.group(2), false)).isEqualTo(words(text));
    }

    @Property(tries = 200)
    void comesBackFromSubRip(@ForAll("texts") String text) {
        Matcher cue = SRT_CUE.matcher(written(text, TranscriptForm.SRT));

        assertThat(cue.matches()).isTrue();
        assertThat(cue.group(1) + ": " + cue.group(2))
                .isEqualTo((speaker(text) + ": " + words(text)).replace("-->", "→"))
                .doesNotContain("\n\n");
    }

    @Property(tries = 200)
    void comesBackFromJson(@ForAll("texts") String text) throws IOException {
        JsonNode segment =
                new ObjectMapper().readTree(written(text, TranscriptForm.JSON)).at("/segments/0");

        assertThat(segment.path("speaker").asText()).isEqualTo(speaker(text));
        assertThat(segment.path("body").asText()).isEqualTo(words(text));
        assertThat(segment.path("startTime").asDouble()).isEqualTo(1);
        assertThat(segment.path("endTime").asDouble()).isEqualTo(2);
    }

    @Property(tries = 200)
    void comesBackFromAPageThatHoldsNothingElse(@ForAll("texts") String text) {
        Document page = Jsoup.parse(written(text, TranscriptForm.HTML));

        assertThat(page.select("main *"))
                .allMatch(element -> List.of("cite", "time", "p", "br").contains(element.normalName()));
        assertThat(page.select("main > p")).hasSize(1);
        assertThat(lines(page, "p")).isEqualTo(words(text));
        assertThat(lines(page, "cite")).isEqualTo(speaker(text) + ":");
    }

    @Property(tries = 200)
    void comesBackAsText(@ForAll("texts") String text) {
        assertThat(written(text, TranscriptForm.TXT)).isEqualTo(speaker(text) + ": " + words(text) + "\n");
    }

    @Property(tries = 200)
    void chaptersComeBackFromJson(@ForAll("texts") String text) throws IOException {
        byte[] chapters = Chapters.of(Samples.episode("a")
                .title("t" + text)
                .chapters(new Chapter(5, text, "l" + text))
                .snapshot());
        JsonNode read = new ObjectMapper().readTree(utf8(chapters));

        assertThat(read.path("title").asText()).isEqualTo(AwkwardText.allowedByXml("t" + text));
        assertThat(read.at("/chapters/0/title").asText()).isEqualTo(AwkwardText.allowedByXml(text));
        assertThat(read.at("/chapters/0/url").asText()).isEqualTo(AwkwardText.allowedByXml("l" + text));
    }

    @Provide
    Arbitrary<String> texts() {
        return AwkwardText.any();
    }

    private static String written(String text, TranscriptForm form) {
        Cue cue = new Cue(1000, 2000L, "S" + text + "s", "W" + text + "w");
        return utf8(TranscriptDocument.of(Complete.transcript(cue), form));
    }

    /** Nothing else than UTF-8 would be read. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("not UTF-8", e);
        }
    }

    private static String speaker(String text) {
        return full("S" + text + "s").replace('\n', ' ');
    }

    private static String words(String text) {
        return full("W" + text + "w");
    }

    /** The lines that say something. */
    private static String full(String text) {
        return AwkwardText.allowedByXml(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String lines(Document page, String element) {
        return page.select("main > " + element).textNodes().stream()
                .map(TextNode::getWholeText)
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
