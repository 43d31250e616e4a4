package org.commitcast.contentreading.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.commitcast.contentevents.Cue;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class SubtitleCuesTest {

    private final Findings findings = new Findings("x.vtt");

    @Test
    void readsWebVttWithVoices() {
        var cues = SubtitleCues.webVtt(
                """
                WEBVTT

                NOTE a comment

                1
                00:01.000 --> 00:02.500 align:start
                <v Ada>Hello <i>there</i></v>

                01:00:00.000 --> 01:00:01.000
                R&amp;D
                in two lines
                """,
                1,
                findings);

        assertThat(cues)
                .containsExactly(
                        new Cue(1000, 2500L, "Ada", "Hello there"),
                        new Cue(3_600_000, 3_601_000L, null, "R&D in two lines"));
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void repairsTimesThatRunBackwards() {
        var cues = SubtitleCues.subRip(
                """
                1
                00:00:05,000 --> 00:00:04,000
                second

                2
                00:00:01,000 --> 00:00:03,000
                first

                3
                00:00:09,000 --> 00:00:10,000
                third
                """,
                1,
                findings);

        assertThat(cues)
                .containsExactly(
                        new Cue(1000, 3000L, null, "first"),
                        new Cue(5000, 9000L, null, "second"),
                        new Cue(9000, 10_000L, null, "third"));
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("transcript.times", 2));
    }

    @Test
    void readsHeadersNotesStylesAndSeveralVoices() {
        var vtt =
                """
                WEBVTT - A title
                Kind: captions
                Language: de

                STYLE
                ::cue(v) { color: red }

                NOTE
                00:00.000 --> 00:09.000
                not said

                REGION
                id:x

                first
                00:01.000 --> 00:02.000 position:10%
                - <v.loud Ada>Hello &lt;you&gt;</v> <v Bo>Hi
                00:02.000 --> 00:03.000
                {\\an8}<c.yellow>no</c> blank line
                2
                00:03.000 --> 00:04.000
                above
                """;

        assertThat(SubtitleCues.webVtt(vtt, 1, findings))
                .containsExactly(
                        new Cue(1000, 2000L, null, "-"),
                        new Cue(1000, 2000L, "Ada", "Hello <you>"),
                        new Cue(1000, 2000L, "Bo", "Hi"),
                        new Cue(2000, 3000L, null, "no blank line"),
                        new Cue(3000, 4000L, null, "above"));
        assertThat(SubtitleCues.language(vtt)).contains("de");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void readsSubRipWithoutNumbersAndLeavesOutWhatHasNoTimes() {
        var cues = SubtitleCues.subRip(
                """
                00:00:01,5 --> 00:00:02,000
                <i>one</i>

                7
                00:00:aa --> 00:00:03,000
                two

                00:00:04,000-->00:00:05,000
                three
                """,
                3,
                findings);

        assertThat(cues).containsExactly(new Cue(1500, 2000L, null, "one"), new Cue(4000, 5000L, null, "three"));
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("transcript.cue", 7));
    }
}
