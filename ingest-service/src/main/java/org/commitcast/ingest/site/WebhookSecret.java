package org.commitcast.ingest.site;

/**
 * What deliveries may be signed with now.
 *
 * @param number 1 or 2, as its owner wrote them down
 */
public record WebhookSecret(int number, String value) {
    @Override
    public String toString() {
        return "webhook secret " + number;
    }
}
