package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.Cue;
import org.commitcast.feedrendering.chapters.Chapters;
import org.commitcast.feedrendering.transcript.TranscriptDocument;
import org.commitcast.feedrendering.transcript.TranscriptForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TranscriptDocumentTest {
    private static final Cue LATER = new Cue(61_500, null, "Cleo <Buoy>", "a --> b &\n\nso on");
    private static final Cue FIRST = new Cue(0, null, null, "Good evening.");
    private static final Cue WRONG = new Cue(30_000, 20_000L, "Ada", "Ends before it begins.");

    @Test
    void writesWebVttInOrderWithEndsAndEscapes() {
        assertThat(text(TranscriptForm.VTT))
                .isEqualTo(
                        """
                WEBVTT

                00:00:00.000 --> 00:00:30.000
                Good evening.

                00:00:30.000 --> 00:01:01.500
                <v Ada>Ends before it begins.

                00:01:01.500 --> 00:01:06.500
                <v Cleo &lt;Buoy&gt;>a --&gt; b &amp;
                so on
                """);
    }

    @Test
    void writesSubRipWithoutEmptyLinesInACue() {
        assertThat(text(TranscriptForm.SRT))
                .isEqualTo(
                        """
                1
                00:00:00,000 --> 00:00:30,000
                Good evening.

                2
                00:00:30,000 --> 00:01:01,500
                Ada: Ends before it begins.

                3
                00:01:01,500 --> 00:01:06,500
                Cleo <Buoy>: a → b &
                so on

                """);
    }

    @Test
    void writesTheJsonOfThePodcastNamespace() throws Exception {
        assertThat(new ObjectMapper().readTree(text(TranscriptForm.JSON)))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                {"version": "1.0.0", "segments": [
                  {"startTime": 0, "endTime": 30, "body": "Good evening."},
                  {"speaker": "Ada", "startTime": 30, "endTime": 61.5, "body": "Ends before it begins."},
                  {"speaker": "Cleo <Buoy>", "startTime": 61.5, "endTime": 66.5, "body": "a --> b &\\nso on"}]}
                """));
    }

    @Test
    void writesAPageThatReadsWell() {
        Document page = Jsoup.parse(text(TranscriptForm.HTML));

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("cite").eachText()).containsExactly("Ada:", "Cleo <Buoy>:");
        assertThat(page.select("time").eachText()).containsExactly("00:00:00", "00:00:30", "00:01:01");
        assertThat(page.select("time").eachAttr("datetime")).containsExactly("PT0S", "PT30S", "PT61S");
        assertThat(page.select("p").eachText())
                .containsExactly("Good evening.", "Ends before it begins.", "a --> b & so on");
    }

    @Test
    void writesTheWordsAlone() {
        assertThat(text(TranscriptForm.TXT))
                .isEqualTo(
                        """
                Good evening.

                Ada: Ends before it begins.

                Cleo <Buoy>: a --> b &
                so on
                """);
    }

    @Test
    void leavesOutCuesWithoutWords() {
        byte[] file = TranscriptDocument.of(Complete.transcript(new Cue(0, null, "Ada", " \n ")), TranscriptForm.VTT);

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("WEBVTT\n");
    }

    @Test
    void writesChaptersInOrder() throws Exception {
        byte[] chapters = Chapters.of(Samples.episode("a")
                .chapters(new Chapter(90, "Ebb", null), new Chapter(0, "Flow", "https://harbour.example/flow"))
                .snapshot());

        assertThat(new ObjectMapper().readTree(chapters))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                {"version": "1.2.0", "title": "Tides", "chapters": [
                  {"startTime": 0, "title": "Flow", "url": "https://harbour.example/flow"},
                  {"startTime": 90, "title": "Ebb"}]}
                """));
    }

    private static String text(TranscriptForm form) {
        return new String(
                TranscriptDocument.of(Complete.transcript(LATER, FIRST, WRONG), form), StandardCharsets.UTF_8);
    }
}
