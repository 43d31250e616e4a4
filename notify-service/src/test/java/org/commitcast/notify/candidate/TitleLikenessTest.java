package org.commitcast.notify.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleLikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Sharpening chisels,Sharpening chisels",
        "Sharpening chisels,Lathe Talk #7: sharpening Chisels [audio]",
        "Why we don’t sharpen gouges,Why we don't sharpen gouges (2019)",
        "Über die Drehbank,Uber die Drehbank",
        "木工旋盤の研ぎ方,木工旋盤の研ぎ方 - Lathe Talk の回"
    })
    void titlesThatPeopleAddedToAreAlike(String item, String thread) {
        assertThat(TitleLikeness.of(item, thread)).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "Sharpening chisels,Ask: which database would you take?",
        "Chisels,Announcing version 4 of our chat server",
        "木工旋盤の研ぎ方,東京の天気"
    })
    void titlesOfOtherThingsAreNot(String item, String thread) {
        assertThat(TitleLikeness.of(item, thread)).isLessThan(0.25);
    }

    @Test
    void titleWithoutWordsIsLikeNone() {
        assertThat(TitleLikeness.of("…", "!!!")).isZero();
    }
}
