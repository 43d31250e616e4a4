package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The signature of Standard Webhooks: HMAC-SHA256 of id, time and body in Base64, several of them separated by spaces
 * while the sender changes its secret.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
@ApplicationScoped
class StandardSignature {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final Clock clock;

    StandardSignature(Clock clock) {
        this.clock = clock;
    }

    boolean accepts(Delivery delivery, String secret) {
        String id = delivery.header(ID);
        String timestamp = delivery.header(TIMESTAMP);
        String signatures = delivery.header(SIGNATURE);
        byte[] expected = Hmac.of(key(secret), id + "." + timestamp + ".", delivery.body()::open);
        boolean matches = false;
        for (String signature : signatures == null ? new String[0] : signatures.split(" ")) {
            matches |= MessageDigest.isEqual(expected, decoded(signature));
        }
        return matches && id != null && isFresh(timestamp);
    }

    private boolean isFresh(@Nullable String timestamp) {
        if (timestamp == null || !timestamp.matches("[0-9]{1,11}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    /** The secret's bytes are written in Base64; one that is not was made up by a person, and is taken as it is. */
    private static byte[] key(String secret) {
        String text = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        byte[] key = base64(text);
        return key.length > 0 ? key : secret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String signature) {
        String text = signature.startsWith(VERSION) ? signature.substring(VERSION.length()) : "";
        // Java would also take it without the padding, which nobody sends.
        return text.length() % 4 == 0 ? base64(text) : Hmac.NONE;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Hmac.NONE;
        }
    }
}
