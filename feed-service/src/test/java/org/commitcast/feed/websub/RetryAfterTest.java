package org.commitcast.feed.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.commitcast.guardedhttp.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2025-03-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                "Tue, 04 Mar 2025 12:01:00 GMT | PT1M",
                "Tue, 04 Mar 2025 11:01:00 GMT | PT0S",
                "999999999                     | PT24H",
                "soon                          | PT0S"
            })
    void isReadInBothForms(String said, Duration wait) {
        assertThat(RetryAfter.of(Headers.of("Retry-After", said), NOW)).isEqualTo(wait);
    }

    @Test
    void isNoTimeWhereNothingIsSaid() {
        assertThat(RetryAfter.of(Headers.NONE, NOW)).isEqualTo(Duration.ZERO);
    }
}
