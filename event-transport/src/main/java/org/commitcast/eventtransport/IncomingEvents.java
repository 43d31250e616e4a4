package org.commitcast.eventtransport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Takes records into a service's state: handled in the transaction that also stores the position behind them. A
 * database that is away is waited for, because going on would lose the record. A record that cannot be handled goes to
 * its topic's dead letters with the reason, and the next one is not kept waiting.
 */
@ApplicationScoped
public class IncomingEvents {
    private static final Logger LOG = Logger.getLogger(IncomingEvents.class);
    private static final int TRIES_PER_RECORD = 3;

    private final CaughtUp caughtUp;
    private final Positions positions;
    private final DataSource dataSource;
    private final DeadLetters deadLetters;

    IncomingEvents(CaughtUp caughtUp, Positions positions, DataSource dataSource, DeadLetters deadLetters) {
        this.caughtUp = caughtUp;
        this.positions = positions;
        this.dataSource = dataSource;
        this.deadLetters = deadLetters;
    }

    /**
     * Returns when all records have been taken in or put aside.
     *
     * @param handler gives a new view for each try, because one that failed half-way may hold half of it
     */
    public void consume(
            ConsumerRecords<String, byte[]> records, String group, Supplier<? extends PolledEvents> handler) {
        try {
            caughtUp.await();
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.count());
            records.forEach(all::add);
            consume(all, group, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while records were waiting; they will be delivered again", e);
        }
    }

    private void consume(
            List<ConsumerRecord<String, byte[]>> records, String group, Supplier<? extends PolledEvents> handler)
            throws InterruptedException {
        BackOff backOff = new BackOff();
        int tries = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> take(records, group, handler.get()));
                return;
            } catch (RuntimeException | Error e) {
                // An error that left here would be acknowledged, and the record lost.
                if (Outage.isBehind(e)) {
                    backOff.pause("records wait for the database", e);
                } else if (records.size() > 1) {
                    for (ConsumerRecord<String, byte[]> one : records) {
                        consume(List.of(one), group, handler);
                    }
                    return;
                } else if (++tries < TRIES_PER_RECORD) {
                    backOff.pause("a record is tried again", e);
                } else {
                    putAside(records.get(0), group, e);
                    return;
                }
            }
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> records, String group, PolledEvents handler) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> incoming : records) {
            IncomingRecord.decode(incoming).deliverTo(handler, reason -> deadLetters.add(incoming, group, reason));
            next.merge(new TopicPartition(incoming.topic(), incoming.partition()), incoming.offset() + 1, Math::max);
        }
        handler.pollEnds();
        advance(group, next);
    }

    private void putAside(ConsumerRecord<String, byte[]> poison, String group, Throwable why)
            throws InterruptedException {
        LOG.errorf(
                why,
                "record cannot be handled and goes to the dead letters (%s-%d@%d)",
                poison.topic(),
                poison.partition(),
                poison.offset());
        String reason = why.getClass().getSimpleName() + ": " + why.getMessage();
        Map<TopicPartition, Long> next =
                Map.of(new TopicPartition(poison.topic(), poison.partition()), poison.offset() + 1);
        BackOff backOff = new BackOff();
        boolean whole = true;
        while (true) {
            boolean withContent = whole;
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (withContent) {
                        deadLetters.add(poison, group, reason);
                    } else {
                        deadLetters.addWithoutContent(poison, group, reason);
                    }
                    advance(group, next);
                });
                return;
            } catch (RuntimeException | Error e) {
                whole = whole && Outage.isBehind(e);
                backOff.pause("a dead letter is tried again", e);
            }
        }
    }

    private void advance(String group, Map<TopicPartition, Long> next) {
        try (Connection connection = dataSource.getConnection()) {
            positions.advanceConsumed(connection, group, next);
        } catch (SQLException e) {
            throw new StoreUnavailableException("positions could not be stored", e);
        }
    }
}
