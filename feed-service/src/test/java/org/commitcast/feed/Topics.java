package org.commitcast.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SitePartition;
import org.commitcast.contentevents.Topic;
import org.commitcast.localstack.LocalBackends;

/** The other services' end of the topics. */
final class Topics {
    private static final EventCodec CODEC = new EventCodec();
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    LocalBackends.bootstrapServers(),
                    "linger.ms",
                    0,
                    // Of several, a broker that is not ready yet for a new topic may take the second one first.
                    "max.in.flight.requests.per.connection",
                    1,
                    // Records may be large before they are compressed.
                    "max.request.size",
                    8 << 20,
                    "compression.type",
                    "gzip"),
            new StringSerializer(),
            new ByteArraySerializer());
    /** One for all that is read: to connect takes longer than to read. */
    private static final KafkaConsumer<String, byte[]> CONSUMER = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    LocalBackends.bootstrapServers(),
                    "isolation.level",
                    "read_committed",
                    "allow.auto.create.topics",
                    false,
                    // What is asked for ahead at the end of a partition must not keep the next reader waiting.
                    "fetch.max.wait.ms",
                    10),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    private Topics() {}

    static void send(Event... events) {
        // All are on their way before the first is waited for: a test may send very many.
        List<Future<RecordMetadata>> sent = Arrays.stream(events)
                .map(Topics::kafkaRecord)
                .map(PRODUCER::send)
                .toList();
        sent.forEach(Topics::await);
    }

    /** A record of a type that this version does not know. */
    static void sendUnknown(Topic topic, String site) {
        ProducerRecord<String, byte[]> unknown = new ProducerRecord<>(
                topic.topicName(), SitePartition.of(site), site, "{}".getBytes(StandardCharsets.UTF_8));
        unknown.headers().add("ce_type", "org.commitcast.content.sung.v9".getBytes(StandardCharsets.UTF_8));
        send(unknown);
    }

    /** A record whose headers have names and no values. */
    static void sendWithoutHeaderValues(Topic topic, String site) {
        ProducerRecord<String, byte[]> hollow = new ProducerRecord<>(
                topic.topicName(), SitePartition.of(site), site, "{}".getBytes(StandardCharsets.UTF_8));
        hollow.headers().add("ce_type", null);
        send(hollow);
    }

    private static void send(ProducerRecord<String, byte[]> sent) {
        await(PRODUCER.send(sent));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> kafkaRecord(Event event) {
        EncodedEvent encoded = CODEC.encode(event);
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(
                encoded.topic(),
                encoded.partition(),
                encoded.key(),
                encoded.json().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return sent;
    }

    /** All that was told of a site's feeds, in order. */
    static List<FeedState> feedStates(String site) {
        List<FeedState> states = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> told : records(Topic.FEEDS.topicName(), site)) {
            Decoded decoded = CODEC.decode(Map.of("ce_type", "org.commitcast.feed.rendered.v1"), told.value());
            if (decoded instanceof Decoded.Known known
                    && known.event() instanceof FeedState state
                    && state.site().equals(site)) {
                states.add(state);
            }
        }
        return states;
    }

    /** Everything on the site's partition of a topic. */
    static List<ConsumerRecord<String, byte[]>> records(String topic, String site) {
        // The conditions that tests wait for are looked at by several threads.
        synchronized (CONSUMER) {
            int number = CONSUMER.partitionsFor(topic).size();
            List<TopicPartition> partitions = IntStream.range(0, number)
                    .filter(partition -> number != Topic.PARTITIONS || partition == SitePartition.of(site))
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            CONSUMER.assign(partitions);
            CONSUMER.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = CONSUMER.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> CONSUMER.position(end.getKey()) < end.getValue())) {
                CONSUMER.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
