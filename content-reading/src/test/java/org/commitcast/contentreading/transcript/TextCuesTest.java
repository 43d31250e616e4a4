package org.commitcast.contentreading.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.contentevents.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextCuesTest {

    @Test
    void goesOnWithTheCueAboveWhereAParagraphNamesNoTime() {
        assertThat(
                        TextCues.plain(
                                """
                        Welcome to the show about trains, number 7.

                        [music]

                        0:12 Hello.

                        We left at 9:15 and came
                        back at 10:30.

                        1:02 Bye.
                        0:05 was the record.
                        """))
                .containsExactly(
                        new Cue(0, 12_000L, null, "Welcome to the show about trains, number 7.\n\n[music]"),
                        new Cue(12_000, 62_000L, null, "Hello.\n\nWe left at 9:15 and came back at 10:30."),
                        new Cue(62_000, null, null, "Bye. 0:05 was the record."));
    }

    @Test
    @Timeout(60)
    void takesNoLongerForALongParagraphThanForAShortOne() {
        var lines = "and on it went\n".repeat(200_000);

        assertThat(TextCues.plain("0:01 It began,\n" + lines + "0:02 It ended.\n"))
                .extracting(Cue::startMillis)
                .containsExactly(1_000L, 2_000L);
    }

    @Test
    void readsTimesOfEveryForm() {
        assertThat(TextCues.plain("00:00:06 One\n00:00:09.500 Two\n[01:00] Three\n1:00:00 Four"))
                .extracting(Cue::startMillis)
                .containsExactly(6_000L, 9_500L, 60_000L, 3_600_000L);
        assertThat(TextCues.markdown("\\[04:23\\] One\n\n**Ada:** 4:30 Two\n\n__Bo__: Three"))
                .containsExactly(
                        new Cue(263_000, 270_000L, null, "One"),
                        new Cue(270_000, null, "Ada", "Two"),
                        new Cue(270_000, null, "Bo", "Three"));
    }

    @Test
    void takesWordsOutOfMarkdown() {
        assertThat(
                        TextCues.markdown(
                                """
                        {% include player.html %}

                        __Ada__: See [the *map*](https://a.example/){:target="_blank"}, it's in `v1` | `v2`.

                        The answer is

                        42. That is all.
                        """))
                .containsExactly(
                        new Cue(0, null, "Ada", "See the map, it’s in v1 | v2.\n\nThe answer is\n\n42. That is all."));
    }
}
