package org.commitcast.commandline.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * The receiver's half of Standard Webhooks: who knows the secret sent this.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
 *     specification</a>
 */
final class StandardWebhook {

    private final byte[] key = Hmac.newKey();

    /** The secret in the form that both sides are given. */
    String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    boolean accepts(String id, String timestamp, String body, String signatures) {
        byte[] mac = Hmac.sha256(key, "%s.%s.%s".formatted(id, timestamp, body).getBytes(StandardCharsets.UTF_8));
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac)).getBytes(StandardCharsets.UTF_8);
        return Stream.of(signatures.split(" ", -1))
                .anyMatch(found -> MessageDigest.isEqual(expected, found.getBytes(StandardCharsets.UTF_8)));
    }
}
