package org.commitcast.notify.discussionpage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"b\"", "W/\"b\"", "\"a\", \"b\"", "\"a\",W/\"b\" , \"c\"", "*", " * ", "\"a,\", \"b\""})
    void findsATagInALine(String header) {
        assertThat(EntityTags.include(header, "\"b\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b", "\"a\"", "\"a\", b", "\"a, \"b", "\"*\"", "\"a\" x \"b\""})
    void findsNoTagThatIsNotThere(String header) {
        assertThat(EntityTags.include(header, "\"b\"")).isFalse();
    }
}
