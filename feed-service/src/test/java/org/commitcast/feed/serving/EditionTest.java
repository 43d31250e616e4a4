package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditionTest {
    private static final Edition PRESENT = new Edition("life-1", 2, 9, 100);

    @Test
    void isNewerWhereItKnowsMoreWhateverItsVersion() {
        assertThat(new Edition("life-1", 2, 10, 3).isNewerThan(PRESENT)).isTrue();
    }

    @Test
    void isOlderWhereItKnowsLessWhateverItsVersion() {
        assertThat(new Edition("life-1", 2, 8, 300).isNewerThan(PRESENT)).isFalse();
    }

    @Test
    void isJudgedByItsRendererBeforeWhatItKnows() {
        assertThat(new Edition("life-1", 3, 1, 3).isNewerThan(PRESENT)).isTrue();
        assertThat(new Edition("life-1", 1, 10, 300).isNewerThan(PRESENT)).isFalse();
    }

    @Test
    void isJudgedByItsVersionAmongEquals() {
        assertThat(new Edition("life-1", 2, 9, 101).isNewerThan(PRESENT)).isTrue();
        assertThat(new Edition("life-1", 2, 9, 100).isNewerThan(PRESENT)).isFalse();
    }

    @Test
    void isJudgedByItsVersionInAnotherLifeOfTheSite() {
        assertThat(new Edition("life-2", 2, 0, 101).isNewerThan(PRESENT)).isTrue();
        assertThat(new Edition("life-0", 2, 12, 99).isNewerThan(PRESENT)).isFalse();
    }
}
