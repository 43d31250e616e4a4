package org.commitcast.adminapi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
    private final SealedSecrets secrets = new SealedSecrets(key("0123456789abcdef0123456789abcdef"));

    @Test
    void opensWhatItSealed() {
        assertThat(secrets.open("channel/square", secrets.seal("channel/square", "geheim ✓")))
                .isEqualTo("geheim ✓");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(secrets.seal("channel/square", "a")).isNotEqualTo(secrets.seal("channel/square", "a"));
    }

    @Test
    void hidesTheSecretInTheSealedForm() {
        byte[] sealed = secrets.seal("channel/square", "tell-nobody");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("tell-nobody");
    }

    @Test
    void makesAnotherKeyForEachPurpose() {
        SealedSecrets others = new SealedSecrets(key("fedcba9876543210fedcba9876543210"));

        assertThat(secrets.keyFor("pages")).hasSize(32).isEqualTo(secrets.keyFor("pages"));
        assertThat(secrets.keyFor("pages")).isNotEqualTo(secrets.keyFor("page"));
        assertThat(secrets.keyFor("pages")).isNotEqualTo(others.keyFor("pages"));
    }

    @Test
    void doesNotOpenInAnotherRow() {
        byte[] sealed = secrets.seal("channel/square", "a");

        assertThatThrownBy(() -> secrets.open("channel/other", sealed)).hasMessageContaining("channel/other");
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        byte[] sealed = secrets.seal("channel/square", "a");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets.open("channel/square", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatAnotherKeySealedIt() {
        byte[] sealed = new SealedSecrets(key("another-key-another-key-another!")).seal("channel/square", "a");

        assertThatThrownBy(() -> secrets.open("channel/square", sealed))
                .hasMessageContaining("another key than COMMITCAST_SECRETS_KEY");
    }

    @Test
    void refusesAKeyOfTheWrongLengthWithoutRepeatingIt() {
        assertThatThrownBy(() -> new SealedSecrets("c2hvcnQ="))
                .hasMessageContaining("COMMITCAST_SECRETS_KEY")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> new SealedSecrets("not base64 at all!"))
                .hasMessageContaining("COMMITCAST_SECRETS_KEY")
                .hasMessageNotContaining("not base64");
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
