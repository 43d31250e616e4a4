package org.commitcast.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.contentevents.Topic;
import org.commitcast.localstack.LocalBackends;

/** The other services' side of the topics. */
final class Topics {
    private static final EventCodec CODEC = new EventCodec();
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalBackends.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    /** One for all that is read: to connect takes longer than to read. */
    private static final KafkaConsumer<String, byte[]> CONSUMER = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    LocalBackends.bootstrapServers(),
                    "isolation.level",
                    "read_committed",
                    // What is asked for ahead at the end of a partition must not keep the next reader waiting.
                    "fetch.max.wait.ms",
                    10),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    private Topics() {}

    static void send(Event... events) {
        for (Event event : events) {
            EncodedEvent encoded = CODEC.encode(event);
            send(encoded.topic(), encoded.partition(), encoded.key(), encoded.headers(), encoded.json());
        }
    }

    /** Something that no version of ours knows. */
    static void sendUnknown(Topic topic, int partition, String type) {
        send(topic.topicName(), partition, "unknown", Map.of("ce_type", type), "{}");
    }

    private static void send(String topic, int partition, String key, Map<String, String> headers, String json) {
        ProducerRecord<String, byte[]> outgoing =
                new ProducerRecord<>(topic, partition, key, json.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(outgoing).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a record for " + topic + " was not taken", e);
        }
    }

    /** All announcement records of an item, in order. */
    static List<AnnouncementState> announcementsOf(String contentId) {
        return all(Topic.ANNOUNCEMENTS).stream()
                .filter(AnnouncementState.class::isInstance)
                .map(AnnouncementState.class::cast)
                .filter(state -> state.contentId().equals(contentId))
                .toList();
    }

    /** All discussion records of an item, in order. */
    static List<DiscussionState> discussionsOf(String contentId) {
        return all(Topic.DISCUSSIONS).stream()
                .filter(DiscussionState.class::isInstance)
                .map(DiscussionState.class::cast)
                .filter(state -> state.contentId().equals(contentId))
                .toList();
    }

    /** How many records a topic's dead letters hold of this type. */
    static long deadLettersOf(Topic topic, String type) {
        return read(topic.deadLetterName(), 1).stream()
                .filter(dead ->
                        new String(dead.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8).equals(type))
                .count();
    }

    private static List<Event> all(Topic topic) {
        List<Event> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> incoming : read(topic.topicName(), Topic.PARTITIONS)) {
            Map<String, String> headers = new HashMap<>();
            incoming.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            if (CODEC.decode(headers, incoming.value()) instanceof Decoded.Known known) {
                events.add(known.event());
            }
        }
        return events;
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic, int partitions) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        // The conditions that tests wait for are looked at by several threads.
        synchronized (CONSUMER) {
            CONSUMER.assign(all);
            CONSUMER.seekToBeginning(all);
            Map<TopicPartition, Long> ends = CONSUMER.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> CONSUMER.position(end.getKey()) < end.getValue())) {
                CONSUMER.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }
}
