package org.commitcast.ingest.githubapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in the forms in which people have them. */
class AppKeyTest {
    private static final KeyPair KEYS = AppKeys.of("us");

    @Test
    void readsBothFormsOfOneKey() {
        assertThat(AppKey.parse(AppKeys.pkcs1(KEYS)).key()).isEqualTo(KEYS.getPrivate());
        assertThat(AppKey.parse(AppKeys.pkcs8(KEYS))).isEqualTo(AppKey.parse(AppKeys.pkcs1(KEYS)));
    }

    @Test
    void readsKeyWithOtherLineEndsAndTextAround() {
        String pem = "\n note\n" + AppKeys.pkcs1(KEYS).replace("\n", "\r\n") + "\n\n";

        assertThat(AppKey.parse(pem).key()).isEqualTo(KEYS.getPrivate());
        assertThat(AppKey.parse(AppKeys.pkcs1(KEYS).replace("\n", "\\n"))).isEqualTo(AppKey.parse(pem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
            })
    void saysNothingOfWhatIsNoKey(String text) {
        assertThatThrownBy(() -> AppKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("is not");
    }

    @Test
    void isNeverPrinted() {
        assertThat(new AppLogin("17", null, AppKey.parse(AppKeys.pkcs1(KEYS))).toString())
                .doesNotContain(AppKeys.pkcs1(KEYS).substring(40, 60))
                .doesNotContain("BEGIN");
    }
}
