package org.commitcast.feedrendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MailDateTest {
    @Property(tries = 500)
    void writesWhatJavaWrites(@ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second) {
        Instant date = Instant.ofEpochSecond(second);
        DateTimeFormatter form = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);

        assertThat(MailDate.canSay(date)).isTrue();
        assertThat(MailDate.of(date)).isEqualTo(form.format(date.atOffset(ZoneOffset.UTC)));
    }

    @Test
    void cannotSayYearsBeforeOrAfterThose() {
        assertThat(MailDate.canSay(Instant.parse("0000-12-31T23:59:59Z"))).isFalse();
        assertThat(MailDate.canSay(Instant.parse("+10000-01-01T00:00:00Z"))).isFalse();
    }
}
