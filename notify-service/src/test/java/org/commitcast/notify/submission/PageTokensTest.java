package org.commitcast.notify.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
    private static final SignedPage PAGE = new SignedPage(
            "0d6f3f9e-54f0-4a52-8f1c-2a7f7f0e6b11", "reddit", Instant.parse("2026-03-16T06:30:00Z"), "n1");

    private final PageTokens tokens =
            new PageTokens("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void readsWhatItSigned() {
        assertThat(tokens.read(tokens.sign(PAGE))).contains(PAGE);
        assertThat(tokens.sign(PAGE)).isEqualTo(tokens.sign(PAGE)).matches("[A-Za-z0-9_-]{60,600}");
    }

    @Test
    void givesEachPageAnAddressOfItsOwn() {
        SignedPage other = new SignedPage(PAGE.item(), PAGE.platform(), PAGE.expiresAt(), "n2");

        assertThat(tokens.sign(other)).isNotEqualTo(tokens.sign(PAGE));
    }

    @Test
    void readsNothingOfWhichOneBitIsAnother() {
        byte[] signed = Base64.getUrlDecoder().decode(tokens.sign(PAGE));
        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;

            assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void readsNothingThatWasSignedUnderAnotherKey() {
        PageTokens others = new PageTokens("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));

        assertThat(tokens.read(others.sign(PAGE))).isEmpty();
    }

    /** A page is used once, so it must not have a second address. */
    @Test
    void readsOneSpellingOnly() {
        SignedPage uneven = new SignedPage(PAGE.item(), "lemmy", PAGE.expiresAt(), "n1");
        String token = tokens.sign(uneven);
        char last = token.charAt(token.length() - 1);

        assertThat(token.length() % 4).isNotZero();
        assertThat(tokens.read(token.substring(0, token.length() - 1) + (char) (last + 1)))
                .isEmpty();
        assertThat(tokens.read(token + "=")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void readsNothingThatNobodySigned(String token) {
        assertThat(tokens.read(token)).isEmpty();
    }
}
