package org.commitcast.eventtransport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.commitcast.contentevents.Decoded;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.Topic;
import org.jboss.logging.Logger;

/**
 * Brings a store that was put back, or emptied, up to what its service has already told the world. The positions are
 * kept in the store, so an older copy is behind the topics, and the difference is what it must read. A store that is
 * up to date reads nothing.
 */
@ApplicationScoped
class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final KafkaSettings settings;
    private final TransportProfile profile;
    private final Positions positions;
    private final DataSource dataSource;
    private final CaughtUp caughtUp;

    CatchUp(
            KafkaSettings settings,
            TransportProfile profile,
            Positions positions,
            DataSource dataSource,
            CaughtUp caughtUp) {
        this.settings = settings;
        this.profile = profile;
        this.positions = positions;
        this.dataSource = dataSource;
        this.caughtUp = caughtUp;
    }

    /** Returns when the store knows all that its own topics held at the time of the call. */
    void run() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.reader())) {
            Map<TopicPartition, Long> known = positions.written();
            // In the topics' order: a site must be there before its items.
            for (Topic topic : EnumSet.copyOf(profile.writes())) {
                read(consumer, topic, known);
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("the store could not be brought up to its topics", e);
        }
        caughtUp.reached();
    }

    private void read(KafkaConsumer<String, byte[]> consumer, Topic topic, Map<TopicPartition, Long> known) {
        List<TopicPartition> all = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(all));
        ends.entrySet().removeIf(end -> end.getValue() <= known.getOrDefault(end.getKey(), 0L));
        if (ends.isEmpty()) {
            return;
        }
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, known.getOrDefault(partition, 0L)));
        long restored = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
            Map<TopicPartition, Long> reached = new HashMap<>();
            ends.keySet().forEach(partition -> reached.put(partition, consumer.position(partition)));
            QuarkusTransaction.requiringNew().run(() -> take(records, reached));
            restored += records.count();
        }
        if (restored > 0) {
            LOG.infof("store caught up with %d records of topic %s", restored, topic.topicName());
        }
    }

    private void take(ConsumerRecords<String, byte[]> records, Map<TopicPartition, Long> reached) {
        EventHandler restorer = profile.restorer();
        try (Connection connection = dataSource.getConnection()) {
            for (ConsumerRecord<String, byte[]> incoming : records) {
                if (IncomingRecord.decode(incoming) instanceof Decoded.Known known) {
                    Event event = known.event();
                    event.deliverTo(restorer);
                    OutboxRows.dropOlder(connection, incoming.topic(), event.key(), event.revision());
                }
            }
            positions.advanceWritten(connection, reached);
        } catch (SQLException e) {
            throw new StoreUnavailableException("restored state could not be stored", e);
        }
    }
}
