package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * Forgejo: as Gitea, from which it came, under its own names. Its own signature decides alone where it is there; releases
 * from before it had one send Gitea's.
 *
 * @see <a href="https://forgejo.org/docs/latest/user/webhooks/">Forgejo's description</a>
 */
@ApplicationScoped
class ForgejoVerifier implements WebhookVerifier {
    @Override
    public String forge() {
        return "forgejo";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return Set.of("X-Forgejo-Signature", "X-Gitea-Signature");
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        byte[] expected = Hmac.of(secret, delivery::payload);
        return MessageDigest.isEqual(expected, Hmac.bare(own(delivery, "Signature")));
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        return WebhookEvent.named(own(delivery, "Event"), Set.of("push"), "ping");
    }

    @Override
    public @Nullable String id(Delivery delivery) {
        return own(delivery, "Delivery");
    }

    private static @Nullable String own(Delivery delivery, String header) {
        String own = "X-Forgejo-" + header;
        return delivery.header(delivery.has(own) ? own : "X-Gitea-" + header);
    }
}
