package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDateTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 'Thu, 01 Jan 1970 00:00:00 GMT'",
        "2024-02-29T23:59:59.999Z, 'Thu, 29 Feb 2024 23:59:59 GMT'",
        "2025-12-07T08:09:10Z, 'Sun, 07 Dec 2025 08:09:10 GMT'",
        "2026-06-15T12:00:00Z, 'Mon, 15 Jun 2026 12:00:00 GMT'"
    })
    void writesTheFormOfHttpAndReadsItBack(Instant time, String written) {
        assertThat(HttpDate.of(time)).isEqualTo(written);
        assertThat(HttpDate.read(written)).isEqualTo(Instant.ofEpochSecond(time.getEpochSecond()));
    }
}
