package org.commitcast.feed.store;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads partitions beside the service's own consumer: no group, no positions kept. */
public final class TopicReader implements AutoCloseable {
    /** What one poll may bring into memory. */
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Collection<TopicPartition> partitions;

    public TopicReader(Map<String, Object> kafka, Collection<TopicPartition> partitions) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.consumer = new KafkaConsumer<>(settings);
        this.partitions = List.copyOf(partitions);
        consumer.assign(this.partitions);
        consumer.seekToBeginning(this.partitions);
    }

    public Collection<TopicPartition> partitions() {
        return partitions;
    }

    /** Where the partitions end now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Reads on until these offsets are reached, and hands over each poll's records. */
    public void readUpTo(Map<TopicPartition, Long> ends, Consumer<Iterable<ConsumerRecord<String, byte[]>>> polled) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            polled.accept(consumer.poll(POLL));
        }
    }

    /**
     * The offset of the last record that lies behind the given positions now, by partition. Not the end of the
     * partition: behind the last record lie the marks of transactions, which no consumer is ever given.
     */
    public Map<TopicPartition, Long> lastRecords(Map<TopicPartition, Long> from) {
        Map<TopicPartition, Long> ends = ends();
        for (TopicPartition partition : partitions) {
            long known = from.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.min(known, ends.getOrDefault(partition, 0L)));
        }
        Map<TopicPartition, Long> last = new HashMap<>();
        readUpTo(
                ends,
                records -> records.forEach(
                        read -> last.put(new TopicPartition(read.topic(), read.partition()), read.offset())));
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
