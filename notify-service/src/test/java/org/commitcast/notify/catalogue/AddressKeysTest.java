package org.commitcast.notify.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.contentevents.GoldenSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKeysTest {
    private final long[] keys = AddressKeys.of(GoldenSamples.contentPublished());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://harbour.example/episode/fog/",
                "http://www.harbour.example/episode/fog.html?utm_source=feed#t=30",
                "https://harbour.example/episode/mist/index.html",
                "https://audio.example/fog.mp3",
                " harbour-radio/episode/fog "
            })
    void areThoseOfEveryNameHoweverItIsWritten(String name) {
        assertThat(keys).contains(AddressKeys.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://harbour.example/episode/fog-2/", "https://harbour.example/", "fog"})
    void areNotThoseOfAnythingElse(String name) {
        assertThat(keys).doesNotContain(AddressKeys.of(name));
    }
}
