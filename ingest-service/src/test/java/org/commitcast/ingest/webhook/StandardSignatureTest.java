package org.commitcast.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Standard Webhooks ask of a receiver beyond the signature itself. */
class StandardSignatureTest {
    private static final String BODY = "{\"type\": \"push\"}";

    private final Deliveries signed = Sender.STANDARD.signed(BODY);

    private static boolean accepts(Duration later, Deliveries delivery) {
        var clock = Clock.fixed(Sender.NOW.plus(later), ZoneOffset.UTC);
        return new StandardSignature(clock).accepts(delivery.arrived(), Sender.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "301,false", "-300,true", "-301,false", "86400,false"})
    void toleratesFiveMinutesBothWays(long seconds, boolean accepted) {
        assertThat(accepts(Duration.ofSeconds(seconds), signed)).isEqualTo(accepted);
    }

    @Test
    void acceptsAnyOfSeveralSignatures() {
        String proof = Sender.standardProof(Sender.SECRET, BODY);
        String other = "v1," + Base64.getEncoder().encodeToString(new byte[32]);

        for (String several : new String[] {other + " " + proof, proof + " " + other, "v1a,AAAA " + proof}) {
            assertThat(accepts(Duration.ZERO, Sender.STANDARD.around(BODY).with("webhook-signature", several)))
                    .as(several)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-1", "1e9", "99999999999999999999", "1772366400.0"})
    void refusesTimestampThatIsNoNumberOfSeconds(String timestamp) {
        Deliveries delivery = Deliveries.of(BODY)
                .with("webhook-id", "msg_1")
                .with("webhook-timestamp", timestamp)
                .with("webhook-signature", Sender.standardProof(Sender.SECRET, BODY));

        assertThat(accepts(Duration.ZERO, delivery)).isFalse();
    }

    @Test
    void refusesWithoutIdOrTimestampOrUnderAnotherId() {
        String proof = Sender.standardProof(Sender.SECRET, BODY);
        Deliveries without = Deliveries.of(BODY).with("webhook-signature", proof);
        String now = String.valueOf(Sender.NOW.getEpochSecond());

        assertThat(accepts(Duration.ZERO, without.with("webhook-id", "msg_1"))).isFalse();
        assertThat(accepts(Duration.ZERO, without.with("webhook-timestamp", now)))
                .isFalse();
        assertThat(accepts(Duration.ZERO, without.with("webhook-timestamp", now).with("webhook-id", "msg_2")))
                .isFalse();
        assertThat(accepts(Duration.ZERO, signed.with("webhook-id", "msg_1"))).isFalse();
    }

    @Test
    void takesSecretThatAPersonMadeUpAsItIs() {
        String secret = "not base64!";
        String content = "msg_1." + Sender.NOW.getEpochSecond() + "." + BODY;
        byte[] proof =
                Hmac.of(secret, () -> new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        Deliveries delivery = Sender.STANDARD
                .around(BODY)
                .with("webhook-signature", "v1," + Base64.getEncoder().encodeToString(proof));

        assertThat(Sender.standard().accepts(delivery.arrived(), secret)).isTrue();
    }
}
