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
}
