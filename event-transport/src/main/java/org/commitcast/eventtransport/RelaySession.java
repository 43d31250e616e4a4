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
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One producer's time as the relay. Any failure ends it; the next session sends again what was not acknowledged. */
final class RelaySession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelaySession.class);

    /** A transaction costs several round trips, whatever is in it. */
    private static final int BATCH = 500;

    /** Bounds the memory of a batch: records may be large. */
    private static final long BATCH_BYTES = 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final OutboxRows rows;
    private int oneByOne;

    RelaySession(KafkaProducer<String, byte[]> producer, OutboxRows rows) {
        this.producer = producer;
        this.rows = rows;
    }

    /** Sends the oldest rows in one transaction; returns how many there were. */
    int sendOldest() throws SQLException, InterruptedException {
        Map<Long, OutgoingRecord> batch = rows.oldest(oneByOne > 0 ? 1 : BATCH, BATCH_BYTES);
        if (batch.isEmpty()) {
            return 0;
        }
        oneByOne = Math.max(0, oneByOne - 1);
        producer.beginTransaction();
        Map<Long, Future<RecordMetadata>> sendings = new LinkedHashMap<>();
        Map<TopicPartition, Long> written = new HashMap<>();
        try {
            batch.forEach((id, outgoing) -> sendings.put(id, producer.send(outgoing.toKafka())));
            for (Future<RecordMetadata> sending : sendings.values()) {
                RecordMetadata metadata = sending.get();
                // The transaction's own marker takes the offset behind its last record.
                written.merge(
                        new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset() + 2, Math::max);
            }
        } catch (ExecutionException e) {
            setAside(batch, e.getCause());
            return batch.size();
        } catch (KafkaException e) {
            // A record that failed within send makes the next send refuse, with the first one's failure as its cause.
            setAside(batch, e.getCause() == null ? e : e.getCause());
            return batch.size();
        }
        producer.commitTransaction();
        rows.sent(batch.keySet(), written);
        return batch.size();
    }

    /**
     * A record that no broker will ever take must hold back nothing but its key. In a batch its failure shows at
     * others as well, so the batch is tried again row by row: who fails alone is to blame. Anything else ends the
     * session.
     */
    private void setAside(Map<Long, OutgoingRecord> batch, @Nullable Throwable cause) throws SQLException {
        boolean withLetters = batch.values().stream().anyMatch(OutgoingRecord::isDeadLetter);
        if (!isFaultOfARecord(cause, withLetters)) {
            throw new KafkaException("outgoing events were not acknowledged", cause);
        }
        producer.abortTransaction();
        if (batch.size() > 1) {
            oneByOne = batch.size();
            return;
        }
        long id = batch.keySet().iterator().next();
        if (withLetters && !(cause instanceof RecordTooLargeException)) {
            String topic = batch.values().iterator().next().topic();
            LOG.errorf(cause, "dead letters wait until their topic takes them (%s)", topic);
            rows.blockTopic(topic, String.valueOf(cause));
        } else {
            LOG.errorf(cause, "an outgoing event is not taken and now holds back its key (outbox row %d)", id);
            rows.block(id, String.valueOf(cause));
        }
    }

    /** A missing topic of dead letters must not stop the topics of state, so there its time-out counts as well. */
    private static boolean isFaultOfARecord(@Nullable Throwable cause, boolean withDeadLetters) {
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidTopicException
                || (withDeadLetters
                        && (cause instanceof TimeoutException
                                || cause instanceof UnknownTopicOrPartitionException
                                || cause instanceof TopicAuthorizationException));
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
