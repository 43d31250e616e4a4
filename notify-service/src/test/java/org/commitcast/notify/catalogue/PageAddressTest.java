package org.commitcast.notify.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lathe.example/notes/caf%C3%A9/",
                "http://lathe.example/notes/café",
                "HTTPS://WWW.Lathe.Example/notes/caf%c3%a9.html",
                "https://lathe.example:443/notes/café/index.html#top",
                "https://lathe.example/notes/café/?utm_source=feed&utm_medium=rss&fbclid=x",
                " https://lathe.example/notes/café/ "
            })
    void isTheSameHoweverPeopleWriteIt(String address) {
        assertThat(PageAddress.plain(address)).isEqualTo("lathe.example/notes/caf%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lathe.example/notes/cafe",
                "https://lathe.example/Notes/caf%C3%A9",
                "https://notes.lathe.example/notes/caf%C3%A9",
                "https://lathe.example:8443/notes/caf%C3%A9",
                "https://lathe.example/notes/caf%C3%A9?page=2"
            })
    void isAnotherWhereAnotherPageMayBe(String address) {
        assertThat(PageAddress.plain(address)).isNotEqualTo("lathe.example/notes/caf%C3%A9");
    }

    @Test
    void leavesWhatIsNoAddressAsItIs() {
        assertThat(PageAddress.plain("tag:lathe.example,2026:Notes/1")).isEqualTo("tag:lathe.example,2026:Notes/1");
        assertThat(PageAddress.plain("https://a b")).isEqualTo("https://a b");
    }
}
