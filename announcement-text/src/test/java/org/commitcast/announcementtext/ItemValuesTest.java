package org.commitcast.announcementtext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.GoldenSamples;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemValuesTest {
    private static final SiteDefinition SITE = GoldenSamples.siteDefined().definition();

    @Test
    void takesValuesFromItemAndSite() {
        Map<Key, String> values = ItemValues.of(item("Fog", 2760L), SITE);

        assertThat(values)
                .containsEntry(Key.TITLE, "Fog")
                .containsEntry(Key.SHOW, "Harbour Radio")
                .containsEntry(Key.URL, "https://harbour.example/fog/")
                .containsEntry(Key.SUMMARY, "Ines & Rui talk.")
                .containsEntry(Key.TAGS, "#OpenWater #C #Rust2021")
                .containsEntry(Key.AUTHORS, "Ines, Rui and Zoé")
                .containsEntry(Key.DATE, "2026-03-02")
                .containsEntry(Key.EPISODE, "7")
                .containsEntry(Key.SEASON, "");
    }

    @ParameterizedTest
    @CsvSource({"2760,46 min", "4320,1 h 12 min", "7200,2 h", "20,1 min", "3599,1 h", "0,''"})
    void saysDurationAsPeopleDo(long seconds, String said) {
        assertThat(ItemValues.of(item("Fog", seconds), SITE)).containsEntry(Key.DURATION, said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hey @everyone", "Ask @ann@social.example", "(@here)", "＠ann", "@ann"})
    void titlesPingNobody(String title) {
        String safe = ItemValues.of(item(title, 60L), SITE).get(Key.TITLE);

        assertThat(safe).doesNotContainPattern("(?<![A-Za-z0-9_])[@＠][A-Za-z]");
        assertThat(String.valueOf(safe).replace("\u200b", "")).isEqualTo(title);
    }

    @Test
    void leavesMailAddressesAlone() {
        assertThat(ItemValues.of(item("Write to ann@show.example", 60L), SITE))
                .containsEntry(Key.TITLE, "Write to ann@show.example");
    }

    @Test
    void titlesCannotBringLinesControlsOrTurnedText() {
        assertThat(ItemValues.of(item("a\r\nBcc: b\t\u0007\u202ec", 60L), SITE)).containsEntry(Key.TITLE, "a Bcc: b c");
    }

    private static ContentSnapshot item(String title, Long seconds) {
        Instant date = Instant.parse("2026-03-02T06:30:00Z");
        return new ContentSnapshot(
                "harbour-radio",
                "1",
                "item",
                1,
                1,
                new Batch("c", 0, 1),
                ContentSnapshot.Status.PUBLISHED,
                Cause.CONTENT,
                Kind.EPISODE,
                "guid",
                "https://harbour.example/fog/",
                List.of(),
                "_episodes/fog.md",
                "c",
                "b",
                title,
                date,
                date,
                false,
                List.of("Ines", "Rui", "Zoé"),
                List.of("open water", "C#", "Rust 2021", "42"),
                null,
                "<p>Ines &amp; <b>Rui</b>\n talk.</p>",
                null,
                "",
                null,
                new Enclosure("https://a.example/fog.mp3", null, "audio/mpeg", seconds),
                List.of(),
                null,
                7,
                null,
                Map.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                date,
                null);
    }
}
