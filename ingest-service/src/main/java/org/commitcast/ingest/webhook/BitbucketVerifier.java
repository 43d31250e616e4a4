package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * Bitbucket Cloud: {@code X-Hub-Signature} is {@code sha256=} and the HMAC-SHA256 in hexadecimal. GitHub has a SHA-1 under
 * the same name, which is refused here for its prefix.
 *
 * @see <a href="https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/">Atlassian's description</a>
 */
@ApplicationScoped
class BitbucketVerifier implements WebhookVerifier {
    @Override
    public String forge() {
        return "bitbucket";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return Set.of("X-Hub-Signature");
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        byte[] expected = Hmac.of(secret, delivery.body()::open);
        return MessageDigest.isEqual(expected, Hmac.prefixed(delivery.header("X-Hub-Signature")));
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        return WebhookEvent.named(delivery.header("X-Event-Key"), Set.of("repo:push"), "diagnostics:ping");
    }

    @Override
    public @Nullable String id(Delivery delivery) {
        return delivery.header("X-Request-UUID");
    }
}
