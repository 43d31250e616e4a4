package org.commitcast.eventtransport;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One producer's time as the relay. Any failure ends it; the next session sends again what was not acknowledged. */
final class RelaySession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelaySession.class);

    /** Bounds the memory of a batch: records may be large. */
    private static final int BATCH = 50;

    private final KafkaProducer<String, byte[]> producer;
    private final OutboxRows rows;

    RelaySession(KafkaProducer<String, byte[]> producer, OutboxRows rows) {
        this.producer = producer;
        this.rows = rows;
    }

    /** Sends the oldest rows in one transaction; returns how many there were. */
    int sendOldest() throws SQLException, InterruptedException {
        Map<Long, OutgoingRecord> batch = rows.oldest(BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        producer.beginTransaction();
        Map<Long, Future<RecordMetadata>> sendings = new LinkedHashMap<>();
        batch.forEach((id, outgoing) -> sendings.put(id, producer.send(outgoing.toKafka())));
        Map<TopicPartition, Long> written = new HashMap<>();
        for (Map.Entry<Long, Future<RecordMetadata>> sending : sendings.entrySet()) {
            try {
                RecordMetadata metadata = sending.getValue().get();
                written.merge(
                        new TopicPartition(metadata.topic(), metadata.partition()),
                        // The transaction's own marker takes the offset behind its last record.
                        metadata.offset() + 2,
                        Math::max);
            } catch (ExecutionException e) {
                setAside(sending.getKey(), e.getCause());
                return batch.size();
            }
        }
        producer.commitTransaction();
        rows.sent(batch.keySet(), written);
        return batch.size();
    }

    /** A record that no broker will ever take must not hold back the others; any other failure ends the session. */
    private void setAside(long id, @Nullable Throwable cause) throws SQLException {
        if (!(cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException)) {
            throw new KafkaException("an outgoing event was not acknowledged", cause);
        }
        producer.abortTransaction();
        LOG.errorf(cause, "an outgoing event can never be sent and now holds back its key (outbox row %d)", id);
        rows.block(id, cause.toString());
    }

    @Override
    public void close() {
        abandon(producer);
    }

    /** Closing must not wait for a broker that is away: the transaction, if any, is aborted by the next session. */
    static void abandon(KafkaProducer<String, byte[]> producer) {
        producer.close(Duration.ofSeconds(1));
    }
}
