package org.commitcast.eventtransport;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.EventCodec;

/** A record from Kafka as an event. */
final class IncomingRecord {
    private static final EventCodec CODEC = new EventCodec();

    private IncomingRecord() {}

    static Decoded decode(ConsumerRecord<String, byte[]> incoming) {
        return CODEC.decode(headers(incoming), incoming.value());
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> incoming) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : incoming.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
