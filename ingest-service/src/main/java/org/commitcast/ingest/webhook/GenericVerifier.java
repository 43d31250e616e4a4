package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * Any sender that signs its body with HMAC-SHA256, as the site's owner says it does. Whatever it sends is only a hint,
 * and may be nothing.
 */
@ApplicationScoped
class GenericVerifier implements WebhookVerifier {
    @Override
    public String forge() {
        return "generic";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return generic.unsigned() ? Set.of() : Set.of(generic.header());
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        GenericHook.Encoding encoding = delivery.generic().encoding();
        String header = delivery.header(delivery.generic().header());
        byte[] expected = Hmac.of(secret, delivery.body()::open);
        boolean bare = MessageDigest.isEqual(expected, Hmac.bare(header));
        boolean prefixed = MessageDigest.isEqual(expected, Hmac.prefixed(header));
        return (bare && encoding.mayBeBare()) || (prefixed && encoding.mayHavePrefix());
    }

    /** Only where the owner says so, and not where there is a signature that is wrong. */
    @Override
    public boolean acceptsUnsigned(Delivery delivery) {
        return delivery.generic().unsigned() && !delivery.has(delivery.generic().header());
    }

    @Override
    public boolean alwaysSendsJson() {
        return false;
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        GenericHook hook = delivery.generic();
        return delivery.has(hook.eventHeader())
                ? WebhookEvent.named(delivery.header(hook.eventHeader()), hook.pushEvents(), "ping")
                : WebhookEvent.PUSH;
    }

    @Override
    public @Nullable String id(Delivery delivery) {
        return delivery.header(delivery.generic().deliveryHeader());
    }
}
