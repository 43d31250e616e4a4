package org.commitcast.feed.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.contentevents.SitePartition;
import org.commitcast.contentevents.Topic;
import org.commitcast.feed.store.StateBatch;
import org.commitcast.feed.store.TopicReader;

/** One site's records, read from the beginning of its partition on every topic that feeds are made of. */
final class SiteTopics implements AutoCloseable {
    private static final EventCodec CODEC = new EventCodec();

    private final String site;
    private final TopicReader reader;
    private final Map<TopicPartition, Long> lastRead = new HashMap<>();
    private long records;

    SiteTopics(String site, Map<String, Object> kafka) {
        this.site = site;
        List<TopicPartition> partitions = Stream.of(Topic.SITES, Topic.CONTENT, Topic.TRANSCRIPTS, Topic.DISCUSSIONS)
                .map(topic -> new TopicPartition(topic.topicName(), SitePartition.of(site)))
                .toList();
        this.reader = new TopicReader(kafka, partitions);
    }

    /** Reads all that is there now. */
    void readToEnd(Consumer<StateBatch> taken) {
        reader.readUpTo(reader.ends(), polled -> taken.accept(batch(polled, Map.of())));
    }

    /** Reads on to where the service's own consumer stands, and nothing behind it. */
    void readUpTo(Map<TopicPartition, Long> next, Consumer<StateBatch> taken) {
        Map<TopicPartition, Long> ahead = new HashMap<>(next);
        ahead.keySet().retainAll(reader.partitions());
        reader.readUpTo(ahead, polled -> taken.accept(batch(polled, ahead)));
    }

    /** The last record that was read, of whatever site, by partition. */
    Map<TopicPartition, Long> lastRead() {
        return Map.copyOf(lastRead);
    }

    /** How many records of the site were read. */
    long records() {
        return records;
    }

    private StateBatch batch(Iterable<ConsumerRecord<String, byte[]>> polled, Map<TopicPartition, Long> limits) {
        StateBatch batch = new StateBatch();
        for (ConsumerRecord<String, byte[]> read : polled) {
            TopicPartition partition = new TopicPartition(read.topic(), read.partition());
            if (read.offset() < limits.getOrDefault(partition, Long.MAX_VALUE)) {
                lastRead.put(partition, read.offset());
                add(batch, read);
            }
        }
        return batch;
    }

    private void add(StateBatch batch, ConsumerRecord<String, byte[]> read) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : read.headers()) {
            byte[] value = header.value();
            if (value != null) {
                headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
            }
        }
        // What cannot be read lies in the dead letters since it was first met, and is in no feed.
        if (CODEC.decode(headers, read.value()) instanceof Decoded.Known known
                && known.event().site().equals(site)) {
            known.event().deliverTo(batch);
            records++;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
