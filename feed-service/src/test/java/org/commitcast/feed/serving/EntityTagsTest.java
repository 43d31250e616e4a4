package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tide\"",
                " \"tide\" ",
                "W/\"tide\"",
                "\"ebb\",\"tide\"",
                "\"ebb\" , W/\"tide\"",
                ", ,\"tide\"",
                "\"a, b\", \"tide\"",
                "*",
                " * "
            })
    void findTheTagHoweverItIsListed(String header) {
        assertThat(EntityTags.include(header, "\"tide\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tide", "\"Tide\"", "w/\"tide\"", "\"ebb, \"tide\"", "\"tide", "\"tide-gzip\"", "\"*\"", "**"
            })
    void findNothingElse(String header) {
        assertThat(EntityTags.include(header, "\"tide\"")).isFalse();
    }

    @Test
    void areNotTheSameOnceWeakenedWhereThatCounts() {
        assertThat(EntityTags.includeStrong("\"ebb\", \"tide\"", "\"tide\"")).isTrue();
        assertThat(EntityTags.includeStrong("*", "\"tide\"")).isTrue();
        assertThat(EntityTags.includeStrong("W/\"tide\"", "\"tide\"")).isFalse();
    }
}
