package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * Gitea: {@code X-Gitea-Signature} is the HMAC-SHA256 in bare hexadecimal, of the JSON also where that is wrapped into a
 * form. The secret that old versions put into the JSON proves nothing and is not looked at.
 *
 * @see <a href="https://docs.gitea.com/usage/webhooks">Gitea's description</a>
 */
@ApplicationScoped
class GiteaVerifier implements WebhookVerifier {
    @Override
    public String forge() {
        return "gitea";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return Set.of("X-Gitea-Signature");
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        byte[] expected = Hmac.of(secret, delivery::payload);
        return MessageDigest.isEqual(expected, Hmac.bare(delivery.header("X-Gitea-Signature")));
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        return WebhookEvent.named(delivery.header("X-Gitea-Event"), Set.of("push"), "ping");
    }

    @Override
    public @Nullable String id(Delivery delivery) {
        return delivery.header("X-Gitea-Delivery");
    }
}
