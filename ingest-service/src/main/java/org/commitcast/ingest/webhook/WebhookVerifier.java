package org.commitcast.ingest.webhook;

import java.util.Set;
import org.commitcast.ingest.site.GenericHook;
import org.jspecify.annotations.Nullable;

/** How a forge proves that a delivery is its own, and what its headers mean. */
interface WebhookVerifier {

    /** The forge's name in the URL. */
    String forge();

    /**
     * The headers of which each delivery has one, for its signature; by them alone it can be told that a body need not
     * be read. Empty where deliveries may come without any.
     */
    Set<String> proofs(GenericHook generic);

    /** Whether the delivery was signed with the secret. Takes as long whether it was or not. */
    boolean accepts(Delivery delivery, String secret);

    /** Whether it may come without any signature. */
    default boolean acceptsUnsigned(Delivery delivery) {
        return false;
    }

    /** Whether what is not JSON cannot come from this forge. */
    default boolean alwaysSendsJson() {
        return true;
    }

    /** What happened. */
    WebhookEvent event(Delivery delivery, PushPayload payload);

    /** The delivery's id, the same if it is delivered again; null where the forge gave it none. */
    @Nullable String id(Delivery delivery);
}
