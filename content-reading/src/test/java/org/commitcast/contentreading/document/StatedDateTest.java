package org.commitcast.contentreading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class StatedDateTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static void assertDate(String text, String expected) {
        assertThat(StatedDate.parse(text, BERLIN).map(ZonedDateTime::toInstant))
                .as(text)
                .contains(Instant.parse(expected));
    }

    @Test
    void readsDatesWithAZone() {
        assertDate("2019-09-17T18:00:00+00:00", "2019-09-17T18:00:00Z");
        assertDate("2019-09-17T18:00:00Z", "2019-09-17T18:00:00Z");
        assertDate("2019-09-17 18:00:00-05:00", "2019-09-17T23:00:00Z");
        assertDate("2019-09-17 18:00:00 +0200", "2019-09-17T16:00:00Z");
        assertDate("2019-09-17 6:05:07.25 EST", "2019-09-17T11:05:07Z");
        assertDate("Wed, 29 Oct 2025 07:34:10 +0000", "2025-10-29T07:34:10Z");
        assertDate("1700000000000", "2023-11-14T22:13:20Z");
        assertDate("1700000000", "2023-11-14T22:13:20Z");
        assertDate("29 Oct 2025 7:34:10 -0500", "2025-10-29T12:34:10Z");
    }

    @Test
    void readsDatesWithoutZoneInTheSitesZone() {
        assertDate("2018-07-25 16:00", "2018-07-25T14:00:00Z");
        assertDate("2018-01-25 9:00:00", "2018-01-25T08:00:00Z");
        assertDate("2018-01-25", "2018-01-24T23:00:00Z");
        assertDate("2018/1/5 9:00 pm", "2018-01-05T20:00:00Z");
        assertDate("5 January 2018", "2018-01-04T23:00:00Z");
        assertDate("Jan. 5, 2018 21:00", "2018-01-05T20:00:00Z");
    }

    @Test
    void refusesWhatIsNoDate() {
        for (var text : new String[] {
            "9999-99-99 99:99", "2023-02-30", "tomorrow", "", "2020-01-01 10:00 XYZ", "12", "5 Foo 2018"
        }) {
            assertThat(StatedDate.parse(text, BERLIN)).as(text).isEmpty();
        }
    }
}
