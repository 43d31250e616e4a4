package org.commitcast.eventtransport;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Starts each partition where the store stands, not where the group's committed offset does: a store that was put back
 * reads again what it lacks, an empty one reads all.
 */
@ApplicationScoped
@Identifier("stored-positions") class StoredPositions implements KafkaConsumerRebalanceListener {
    private final Positions positions;

    StoredPositions(Positions positions) {
        this.positions = positions;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        BackOff backOff = new BackOff();
        String group = consumer.groupMetadata().groupId();
        while (true) {
            try {
                seek(consumer, assigned, group);
                return;
            } catch (WakeupException e) {
                throw e;
            } catch (SQLException | KafkaException e) {
                try {
                    backOff.pause("stored positions are looked up again", e);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("stopped before the stored positions were read", interrupted);
                }
            }
        }
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> assigned, String group) throws SQLException {
        Map<TopicPartition, Long> stored = positions.consumed(group);
        // First of all, so that no failure below leaves a partition to the group's offset.
        assigned.forEach(partition -> consumer.seek(partition, stored.getOrDefault(partition, 0L)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        for (TopicPartition partition : assigned) {
            if (stored.getOrDefault(partition, 0L) > ends.getOrDefault(partition, 0L)) {
                // The topic was made anew since; its offsets began again.
                positions.forgetConsumed(group, partition);
                consumer.seek(partition, 0);
            }
        }
    }
}
