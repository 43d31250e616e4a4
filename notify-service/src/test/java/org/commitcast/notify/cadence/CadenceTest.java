package org.commitcast.notify.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commitcast.notify.cadence.Cadence.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final Instant BORN = Instant.parse("2026-03-02T06:30:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S,PT5M", "PT5H59M,PT5M", "PT6H,PT1H", "PT71H,PT1H", "PT72H,PT24H", "PT719H,PT24H"})
    void looksBecomeRarerWithAge(Duration age, Duration pause) {
        assertThat(Cadence.pause(age)).contains(pause);
    }

    @Test
    void nobodyLooksAtWhatIsOldUnlessAsked() {
        assertThat(Cadence.pause(Duration.ofDays(30))).isEmpty();
        assertThat(Cadence.next(BORN, BORN.plus(Duration.ofDays(31)), "old")).isEmpty();
    }

    @Test
    void whatIsNotOutYetIsAsYoungAsCanBe() {
        assertThat(Cadence.pause(Duration.ofHours(-2))).contains(Duration.ofMinutes(5));
    }

    @Test
    void looksAtWhatCameTogetherDoNotStayTogether() {
        Stream<Instant> looks = IntStream.range(0, 200)
                .mapToObj(item -> Cadence.next(BORN, BORN, "item " + item))
                .flatMap(Optional::stream)
                .map(Look::at);

        assertThat(looks)
                .allSatisfy(look -> assertThat(Duration.between(BORN, look))
                        .isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330)))
                .doesNotHaveDuplicates()
                .anySatisfy(look -> assertThat(look).isBefore(BORN.plusSeconds(280)))
                .anySatisfy(look -> assertThat(look).isAfter(BORN.plusSeconds(320)));
    }
}
