package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
        headers.put("dead-letter-reason", reason.substring(0, Math.min(reason.length(), MAX_REASON)));
        headers.put("dead-letter-consumer", group);
        headers.put("dead-letter-topic", incoming.topic());
        headers.put("dead-letter-partition", String.valueOf(incoming.partition()));
        headers.put("dead-letter-offset", String.valueOf(incoming.offset()));
        outbox.write(List.of(new OutgoingRecord(
                incoming.topic() + ".dead-letter", null, incoming.key(), 0, headers, incoming.value())));
    }
}
