package org.commitcast.notify.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://lathe.example/it's/ | https://lathe.example/it%27s/",
                "https://lathe.example/drechseln-für-anfänger | https://lathe.example/drechseln-f%C3%BCr-anf%c3%a4nger",
                "https://dübel.example/1 | https://xn--dbel-0ra.example/1",
                "https://Lathe.Example | https://lathe.example/",
                "https://lathe.example/a+b?c=1&d=%2B | https://lathe.example/a+b?c=1&d=%2B",
                "https://lathe.example/100% | https://lathe.example/100%"
            })
    void knowsAnAddressAgain(String ours, String theirs) {
        assertThat(LinkAddress.same(ours, theirs)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lathe.example/1, https://lathe.example/12",
        "https://lathe.example/1, https://lathe.example/1?a",
        "https://lathe.example/1, https://other.example/1",
        "https://lathe.example/1, ''"
    })
    void takesNoAddressForAnother(String ours, String other) {
        assertThat(LinkAddress.same(ours, other)).isFalse();
    }
}
