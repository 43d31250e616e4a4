package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/**
 * Bitbucket Server and Data Center: signed as Bitbucket Cloud, with names of its own for what happened.
 *
 * @see <a href="https://confluence.atlassian.com/bitbucketserver/manage-webhooks-938025878.html">Atlassian's
 *     description</a>
 */
@ApplicationScoped
class BitbucketServerVerifier implements WebhookVerifier {
    /** The second is a mirror's word that it has got there what was pushed to its origin. */
    private static final Set<String> PUSHES = Set.of("repo:refs_changed", "mirror:repo_synchronized");

    @Override
    public String forge() {
        return "bitbucket-server";
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
        return WebhookEvent.named(delivery.header("X-Event-Key"), PUSHES, "diagnostics:ping");
    }

    @Override
    public @Nullable String id(Delivery delivery) {
        return delivery.header("X-Request-Id");
    }
}
