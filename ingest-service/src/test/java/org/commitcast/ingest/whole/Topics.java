package org.commitcast.ingest.whole;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.contentevents.SitePartition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.Topic;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.localstack.LocalBackends;

/** What is on the topics, read as any other service reads it. */
public final class Topics {
    private static final EventCodec CODEC = new EventCodec();
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

    /** Sees also what is not committed yet: a transaction's marker comes a little after its producer was answered. */
    private static final KafkaConsumer<String, byte[]> ENDS = new KafkaConsumer<>(
            Map.of("bootstrap.servers", LocalBackends.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    private Topics() {}

    /** Every record of a site on a topic, in its order, once all that the site has to tell has been sent. */
    public static <T extends Event> List<T> all(String site, Topic topic, Class<T> form) {
        awaitSent();
        List<T> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic, SitePartition.of(site))) {
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            if (CODEC.decode(headers, record.value()) instanceof Decoded.Known known
                    && known.event().site().equals(site)) {
                events.add(form.cast(known.event()));
            }
        }
        return events;
    }

    private static List<ConsumerRecord<String, byte[]>> records(Topic topic, int number) {
        var partition = new TopicPartition(topic.topicName(), number);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        // The conditions that tests wait for are looked at by several threads.
        synchronized (CONSUMER) {
            CONSUMER.assign(List.of(partition));
            CONSUMER.seekToBeginning(List.of(partition));
            long end = ENDS.endOffsets(List.of(partition)).get(partition);
            while (CONSUMER.position(partition) < end) {
                CONSUMER.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static void awaitSent() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Database.count("select count(*) from outbox") == 0);
    }

    /** The newest state of each item. */
    public static List<ContentSnapshot> content(String site) {
        Map<String, ContentSnapshot> newest = new LinkedHashMap<>();
        all(site, Topic.CONTENT, ContentSnapshot.class).forEach(event -> newest.put(event.contentId(), event));
        return List.copyOf(newest.values());
    }

    public static ContentSnapshot content(String site, String item) {
        return content(site).stream()
                .filter(snapshot -> snapshot.contentId().equals(item))
                .findFirst()
                .orElseThrow();
    }

    public static SiteState site(String site) {
        var states = all(site, Topic.SITES, SiteState.class);
        return Objects.requireNonNull(states.get(states.size() - 1));
    }

    public static List<TranscriptState> transcripts(String site) {
        return all(site, Topic.TRANSCRIPTS, TranscriptState.class);
    }
}
