package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses mean one repository. */
class RepositoryKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forge.example/garden/show",
                "https://forge.example/garden/show.git",
                "https://forge.example/garden/show.git/",
                "https://FORGE.example:8443/Garden/Show",
                "https://user:secret@forge.example/garden/show",
                "http://forge.example//garden/show",
                "ssh://git@forge.example:7999/garden/show.git",
                "git@forge.example:garden/show.git",
                "git@forge.example:/garden/show",
                "forge.example:garden/show",
                "git://forge.example/garden/show.git",
                "https://forge.example/scm/garden/show.git",
                "https://forge.example/garden/show?tab=readme",
            })
    void areOneRepository(String address) {
        assertThat(RepositoryKey.of(address)).isEqualTo("forge.example/garden/show");
    }

    @ParameterizedTest
    @CsvSource({
        "https://forge.example/garden/show2, forge.example/garden/show2",
        "https://forge.example.evil/garden/show, forge.example.evil/garden/show",
        "https://forge.example@evil.example/garden/show, evil.example/garden/show",
        "file:///srv/show.git, /srv/show",
    })
    void areOthers(String address, String key) {
        assertThat(RepositoryKey.of(address)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "show", "https://forge.example", "https://forge.example/", "\u0000"})
    void areNone(String text) {
        assertThat(RepositoryKey.of(text)).isEmpty();
    }
}
