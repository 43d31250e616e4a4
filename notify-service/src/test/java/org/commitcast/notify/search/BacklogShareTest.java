package org.commitcast.notify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commitcast.notify.lane.Turn;
import org.junit.jupiter.api.Test;

class BacklogShareTest {
    private static final Turn NO_ROOM = Turn.later(Duration.ofSeconds(1));

    private final BacklogShare share = new BacklogShare();

    @Test
    void everyTenthTurnIsForWhatCanWait() {
        assertThat(turns(Stream.generate(() -> Turn.DONE).limit(30))).containsExactly(9, 19, 29);
    }

    @Test
    void turnThatFoundNoRoomIsNotLost() {
        Stream<Turn> alternating = IntStream.range(0, 24).mapToObj(i -> i % 2 == 0 ? Turn.DONE : NO_ROOM);

        assertThat(turns(alternating)).containsExactly(9, 10, 20);
    }

    @Test
    void youngItemsGoOnWhereWhatCanWaitFindsNoAnswer() {
        assertThat(turns(Stream.generate(() -> NO_ROOM).limit(24))).containsExactly(9, 10, 11, 21, 22, 23);
    }

    @Test
    void youngItemsHaveAllTurnsWhereNothingElseIsToBeDone() {
        IntStream.range(0, 9).forEach(i -> share.tookYoung());
        share.tookBacklog(Turn.NOTHING);

        assertThat(share.isDue()).isFalse();
    }

    /** Which of the turns were for what can wait. */
    private Stream<Integer> turns(Stream<Turn> outcomes) {
        int[] next = {0};
        return outcomes
                .flatMap(outcome -> {
                    int turn = next[0]++;
                    if (share.isDue()) {
                        share.tookBacklog(outcome);
                        return Stream.of(turn);
                    }
                    share.tookYoung();
                    return Stream.empty();
                })
                .toList()
                .stream();
    }
}
