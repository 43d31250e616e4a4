package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.commitcast.ingest.webhook.WebhookEvent.Meaning;
import org.jspecify.annotations.Nullable;

/** Any sender that keeps to Standard Webhooks. What it tells of is a hint to look, unless it calls it a ping. */
@ApplicationScoped
class StandardVerifier implements WebhookVerifier {
    private final StandardSignature signature;

    StandardVerifier(StandardSignature signature) {
        this.signature = signature;
    }

    @Override
    public String forge() {
        return "standard";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return Set.of(StandardSignature.SIGNATURE);
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        return signature.accepts(delivery, secret);
    }

    @Override
    public boolean alwaysSendsJson() {
        return false;
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        String type = payload.type();
        return type == null
                ? WebhookEvent.PUSH
                : new WebhookEvent(type, type.equals("ping") ? Meaning.PING : Meaning.PUSH);
    }

    @Override
    public @Nullable String id(Delivery delivery) {
        return delivery.header(StandardSignature.ID);
    }
}
