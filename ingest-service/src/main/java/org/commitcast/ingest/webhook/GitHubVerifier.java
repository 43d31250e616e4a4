package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * GitHub: {@code X-Hub-Signature-256} is {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal. The older SHA-1
 * header is not looked at.
 *
 * @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub's description</a>
 */
@ApplicationScoped
class GitHubVerifier implements WebhookVerifier {
    @Override
    public String forge() {
        return "github";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return Set.of("X-Hub-Signature-256");
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        byte[] expected = Hmac.of(secret, delivery.body()::open);
        return MessageDigest.isEqual(expected, Hmac.prefixed(delivery.header("X-Hub-Signature-256")));
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        return WebhookEvent.named(delivery.header("X-GitHub-Event"), Set.of("push"), "ping");
    }

    /** Two hooks of one repository share it, because it is the event's. */
    @Override
    public @Nullable String id(Delivery delivery) {
        return delivery.header("X-GitHub-Delivery");
    }
}
