package org.commitcast.notify.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.commitcast.guardedhttp.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 120 | PT2M",
                "Retry-After | 0.5 | PT0.5S",
                "Retry-After | Mon, 02 Mar 2026 06:31:00 GMT | PT1M",
                "Retry-After | Monday, 02-Mar-26 06:31:00 GMT | PT1M",
                "X-RateLimit-Reset | 2026-03-02T06:35:00.000Z | PT5M",
                "X-RateLimit-Reset | 1772433060 | PT1M",
                "X-RateLimit-Reset | 1772433060000 | PT1M",
                "RateLimit-Reset | 30 | PT30S",
                "Retry-After | Mon, 02 Mar 2026 06:00:00 GMT | PT0S",
                "Retry-After | 99999999 | P7D"
            })
    void readsEveryForm(String name, String value, Duration wait) {
        assertThat(RetryAfter.of(429, Headers.of(name, value), NOW)).contains(wait);
    }

    @Test
    void retryAfterWinsOverLimitsAndNonsenseCountsAsNothing() {
        assertThat(RetryAfter.of(429, Headers.of("X-RateLimit-Reset", "500").with("Retry-After", "3"), NOW))
                .contains(Duration.ofSeconds(3));
        assertThat(RetryAfter.of(429, Headers.of("Retry-After", "soon"), NOW)).isEmpty();
        assertThat(RetryAfter.of(429, Headers.NONE, NOW)).isEmpty();
    }

    @Test
    void limitThatIsNotUsedUpHasNothingToDoWithAnError() {
        Headers limit = Headers.of("X-RateLimit-Reset", "500");

        assertThat(RetryAfter.of(503, limit.with("X-RateLimit-Remaining", "299"), NOW))
                .isEmpty();
        assertThat(RetryAfter.of(503, limit, NOW)).isEmpty();
        assertThat(RetryAfter.of(503, limit.with("X-RateLimit-Remaining", "0"), NOW))
                .contains(Duration.ofSeconds(500));
    }

    @Test
    void successThatUsesUpALimitSaysForHowLong() {
        Headers limit = Headers.of("X-Ratelimit-Reset", "217.5").with("X-Ratelimit-Used", "100");

        assertThat(RetryAfter.afterUsedUp(limit.with("X-Ratelimit-Remaining", "0.0"), NOW))
                .contains(Duration.ofMillis(217_500));
        assertThat(RetryAfter.afterUsedUp(limit.with("X-Ratelimit-Remaining", "0.5"), NOW))
                .isEmpty();
        assertThat(RetryAfter.afterUsedUp(limit, NOW)).isEmpty();
    }
}
