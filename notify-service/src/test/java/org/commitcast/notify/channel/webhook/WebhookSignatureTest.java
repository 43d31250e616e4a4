package org.commitcast.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The vector that the libraries of Standard Webhooks are tested with. */
    @Test
    void signsAsStandardWebhooksDoes() {
        String signature = WebhookSignature.by("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void refusesSecretsOfAnotherFormWithoutRepeatingThem() {
        for (String wrong : new String[] {"hunter2", "whsec_aHVudGVyMg==", ""}) {
            assertThatThrownBy(() -> WebhookSignature.by(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("hunter2")
                    .hasMessageNotContaining("aHVudGVyMg");
        }
    }
}
