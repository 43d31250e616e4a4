package org.commitcast.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.commitcast.notify.channel.Outcome;
import org.junit.jupiter.api.Test;

class SettlementRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");
    private static final Outcome UNKNOWN = new Outcome.Unknown("no answer");
    private final SettlementRules rules = new SettlementRules(new Random(1));

    @Test
    void platformsOwnWaitWinsOverTheSchedule() {
        Settlement settlement = rules.after(
                new Outcome.RetryLater("busy", Duration.ofMinutes(17), false), attempt(1, false, NOW, 60, false), NOW);

        assertThat(settlement).isEqualTo(new Settlement.Again(NOW.plus(Duration.ofMinutes(17)), "busy", false));
    }

    @Test
    void shorterWaitThanTheScheduleUsesNoAttemptsUp() {
        for (int number = 1; number <= 9; number++) {
            Settlement settlement = rules.after(
                    new Outcome.RetryLater("answered 503", Duration.ZERO, false),
                    attempt(number, false, NOW, 0, false),
                    NOW);

            Duration own = RetrySchedule.after(number, new Random(1)).orElseThrow();
            assertThat(((Settlement.Again) settlement).at())
                    .isAfterOrEqualTo(NOW.plus(own.multipliedBy(8).dividedBy(10)));
        }
    }

    @Test
    void longerWaitThanTheKeyLivesDoesNotEndWhatTheScheduleWouldGoOnWith() {
        Outcome error = new Outcome.RetryLater("answered 503", Duration.ofHours(2), true);

        Settlement settlement = rules.after(error, attempt(1, false, NOW, 60, false), NOW);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        Instant at = ((Settlement.Again) settlement).at();
        assertThat(at).isBetween(NOW.plus(Duration.ofMinutes(28)), NOW.plus(Duration.ofMinutes(30)));
        assertThat(attempt(2, true, NOW, 60, false).repeatable(at)).isTrue();
    }

    @Test
    void unknownOutcomeIsRepeatedOnlyWithinHalfTheKeysLifetime() {
        Instant early = NOW.minus(Duration.ofMinutes(29));
        Instant late = NOW.minus(Duration.ofMinutes(31));

        assertThat(rules.after(UNKNOWN, attempt(1, false, early, 60, false), NOW))
                .isInstanceOf(Settlement.Again.class);
        assertThat(rules.after(UNKNOWN, attempt(1, false, late, 60, false), NOW))
                .isInstanceOf(Settlement.InDoubt.class);
    }

    @Test
    void unknownOutcomeIsNeverRepeatedWithoutAKey() {
        assertThat(rules.after(UNKNOWN, attempt(1, false, NOW, 0, false), NOW)).isInstanceOf(Settlement.InDoubt.class);
    }

    @Test
    void repetitionThatWouldComeTooLateIsNotPlanned() {
        // The third attempt follows after half an hour: then the key may be forgotten.
        assertThat(rules.after(UNKNOWN, attempt(3, true, NOW.minusSeconds(305), 60, false), NOW))
                .isInstanceOf(Settlement.InDoubt.class);
    }

    @Test
    void searchableChannelIsAskedAgainHoweverLate() {
        assertThat(rules.after(UNKNOWN, attempt(4, true, NOW.minus(Duration.ofHours(3)), 60, true), NOW))
                .isInstanceOf(Settlement.Again.class);
    }

    @Test
    void rejectionAfterDoubtIsLeftToAPerson() {
        Outcome rejected = new Outcome.Rejected("answered 422", false);

        assertThat(rules.after(rejected, attempt(2, true, NOW, 60, false), NOW)).isInstanceOf(Settlement.InDoubt.class);
        assertThat(rules.after(rejected, attempt(2, false, NOW, 60, false), NOW))
                .isInstanceOf(Settlement.GivenUp.class);
    }

    @Test
    void errorOfTheOtherSideCastsDoubtAndARefusedConnectionDoesNot() {
        Settlement error =
                rules.after(new Outcome.RetryLater("answered 502", null, true), attempt(1, false, NOW, 60, false), NOW);
        Settlement refused =
                rules.after(new Outcome.RetryLater("refused", null, false), attempt(1, false, NOW, 0, false), NOW);

        assertThat(((Settlement.Again) error).doubtful()).isTrue();
        assertThat(((Settlement.Again) refused).doubtful()).isFalse();
    }

    @Test
    void givesUpAfterTheWholeSchedule() {
        Outcome busy = new Outcome.RetryLater("busy", null, false);

        assertThat(rules.after(busy, attempt(9, false, NOW, 0, false), NOW)).isInstanceOf(Settlement.Again.class);
        assertThat(rules.after(busy, attempt(10, false, NOW, 0, false), NOW)).isInstanceOf(Settlement.GivenUp.class);
    }

    @Test
    void pausesGrowAndDifferALittle() {
        Random random = new Random(7);
        assertThat(RetrySchedule.after(1, random)).get().satisfies(pause -> assertThat(pause)
                .isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500)));
        assertThat(RetrySchedule.after(2, random)).get().satisfies(pause -> assertThat(pause)
                .isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330)));
        assertThat(RetrySchedule.after(9, random)).get().satisfies(pause -> assertThat(pause)
                .isBetween(Duration.ofHours(21), Duration.ofHours(27)));
        assertThat(RetrySchedule.after(10, random)).isEmpty();
    }

    private static Attempt attempt(int number, boolean doubtful, Instant first, int keyMinutes, boolean searchable) {
        return new Attempt(number, doubtful, first, Duration.ofMinutes(keyMinutes), searchable);
    }
}
