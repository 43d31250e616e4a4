package org.commitcast.ingest.whole;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.localstack.LocalBackends;

/** Records as the other services write them. */
final class Told {
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalBackends.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    private Told() {}

    static void send(Event event) throws Exception {
        EncodedEvent encoded = new EventCodec().encode(event);
        send(encoded, encoded.headers());
    }

    /** The same as if a newer version had written it. */
    static void sendAsType(Event event, String type) throws Exception {
        EncodedEvent encoded = new EventCodec().encode(event);
        Map<String, String> headers = new java.util.LinkedHashMap<>(encoded.headers());
        headers.put("ce_type", type);
        send(encoded, headers);
    }

    private static void send(EncodedEvent encoded, Map<String, String> headers) throws Exception {
        var record = new ProducerRecord<>(
                encoded.topic(),
                encoded.partition(),
                encoded.key(),
                encoded.json().getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        PRODUCER.send(record).get();
    }
}
