package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commitcast.contentevents.Topic;
import org.jspecify.annotations.Nullable;

/** Keeps records that a consumer could not handle, as they came, with reason and origin. */
@ApplicationScoped
class DeadLetters {
    private static final int MAX_REASON = 1000;

    private final Outbox outbox;

    DeadLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    void add(ConsumerRecord<String, byte[]> incoming, String group, String reason) {
        Map<String, String> headers = new LinkedHashMap<>(IncomingRecord.headers(incoming));
        headers.putAll(origin(incoming, group, reason));
        String key = incoming.key();
        if (key != null && key.indexOf('\0') >= 0) {
            // PostgreSQL keeps no NUL in a text; as a header it is escaped.
            headers.put("dead-letter-key", key);
            key = null;
        }
        write(incoming, key, headers, incoming.value());
    }

    /** Where even the letter cannot be kept: that there was one, and where it still lies. */
    void addWithoutContent(ConsumerRecord<String, byte[]> incoming, String group, String reason) {
        write(incoming, null, origin(incoming, group, reason), null);
    }

    private void write(
            ConsumerRecord<String, byte[]> incoming,
            @Nullable String key,
            Map<String, String> headers,
            byte @Nullable [] value) {
        outbox.write(List.of(new OutgoingRecord(Topic.deadLetterName(incoming.topic()), null, key, 0, headers, value)));
    }

    private static Map<String, String> origin(ConsumerRecord<String, byte[]> incoming, String group, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("dead-letter-reason", reason.substring(0, Math.min(reason.length(), MAX_REASON)));
        headers.put("dead-letter-consumer", group);
        headers.put("dead-letter-topic", incoming.topic());
        headers.put("dead-letter-partition", String.valueOf(incoming.partition()));
        headers.put("dead-letter-offset", String.valueOf(incoming.offset()));
        return headers;
    }
}
