package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * GitHub: {@code X-Hub-Signature-256} is {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal. The older SHA-1
 * header is not looked at.
 *
 * @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub's description</a>
 */
@ApplicationScoped
class GitHubVerifier implements WebhookVerifier {
    private static final String PREFIX = "sha256=";

    @Override
    public String forge() {
        return "github";
    }

    @Override
    public boolean accepts(UnaryOperator<@Nullable String> headers, RawBody body, String secret) {
        byte[] expected = body.hmac(secret);
        return MessageDigest.isEqual(expected, given(headers.apply("X-Hub-Signature-256")));
    }

    private static byte[] given(@Nullable String header) {
        if (header == null || !header.startsWith(PREFIX)) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(header.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public @Nullable String event(UnaryOperator<@Nullable String> headers) {
        return headers.apply("X-GitHub-Event");
    }

    @Override
    public @Nullable String delivery(UnaryOperator<@Nullable String> headers) {
        return headers.apply("X-GitHub-Delivery");
    }
}
