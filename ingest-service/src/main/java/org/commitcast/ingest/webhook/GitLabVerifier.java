package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * GitLab: signed as Standard Webhooks where the hook has a signing token, else the secret token itself is a header. A
 * signature that is there decides alone: whoever has seen a token must not get around it.
 *
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhooks/">GitLab's description</a>
 */
@ApplicationScoped
class GitLabVerifier implements WebhookVerifier {
    /** Hooks of a whole installation tell in the body what happened; looking once too often does no harm. */
    private static final Set<String> PUSHES = Set.of("Push Hook", "System Hook");

    private final StandardSignature signature;

    GitLabVerifier(StandardSignature signature) {
        this.signature = signature;
    }

    @Override
    public String forge() {
        return "gitlab";
    }

    @Override
    public Set<String> proofs(GenericHook generic) {
        return Set.of(StandardSignature.SIGNATURE, "X-Gitlab-Token");
    }

    @Override
    public boolean accepts(Delivery delivery, String secret) {
        if (delivery.has(StandardSignature.SIGNATURE)) {
            return signature.accepts(delivery, secret);
        }
        String token = delivery.header("X-Gitlab-Token");
        byte[] given = token == null ? Hmac.NONE : token.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given);
    }

    @Override
    public WebhookEvent event(Delivery delivery, PushPayload payload) {
        return WebhookEvent.named(delivery.header("X-Gitlab-Event"), PUSHES, "ping");
    }

    /** The event's own id comes last, because hooks that one event sets off share it. */
    @Override
    public @Nullable String id(Delivery delivery) {
        for (String header : new String[] {StandardSignature.ID, "Idempotency-Key", "X-Gitlab-Event-UUID"}) {
            String id = delivery.header(header);
            if (id != null) {
                return id;
            }
        }
        return null;
    }
}
