package org.commitcast.ingest.webhook;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a forge proves that a delivery is its own, and what its headers mean. */
interface WebhookVerifier {

    /** The forge's name in the URL. */
    String forge();

    /**
     * Whether the delivery was signed with the secret. Takes as long whether it was or not.
     *
     * @param headers gives a header's value by its name, null where it is not there
     */
    boolean accepts(UnaryOperator<@Nullable String> headers, RawBody body, String secret);

    /** The event's name; null where the forge did not say. */
    @Nullable String event(UnaryOperator<@Nullable String> headers);

    /** The delivery's id; null where the forge did not say. */
    @Nullable String delivery(UnaryOperator<@Nullable String> headers);
}
