package org.commitcast.ingest.webhook;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery tells of.
 *
 * @param name as the forge calls it
 */
record WebhookEvent(String name, Meaning meaning) {

    /** What it means to us. */
    enum Meaning {
        PUSH,
        PING,
        OTHER
    }

    static final WebhookEvent PUSH = new WebhookEvent("push", Meaning.PUSH);

    /** By its name; an event without one is no push. */
    static WebhookEvent named(@Nullable String name, Collection<String> pushes, String ping) {
        String known = name == null ? "" : name;
        Meaning meaning = pushes.contains(known) ? Meaning.PUSH : known.equals(ping) ? Meaning.PING : Meaning.OTHER;
        return new WebhookEvent(known, meaning);
    }
}
