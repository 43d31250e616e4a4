package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventCodec;

/**
 * Events on their way out. They are written in the caller's transaction, so that a state change and its event are
 * both there or both not; the relay sends them once it is committed.
 */
@ApplicationScoped
public class Outbox {
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final RelaySignal signal;
    private final EventCodec codec = new EventCodec();

    Outbox(DataSource dataSource, TransactionSynchronizationRegistry transactions, RelaySignal signal) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.signal = signal;
    }

    /**
     * Adds one event.
     *
     * @return the row's id, for {@link Relay#awaitSent}
     * @throws IllegalStateException outside a transaction
     */
    public long append(Event event) {
        return append(List.of(event));
    }

    /**
     * Adds events in their order.
     *
     * @return the last row's id
     * @throws IllegalStateException outside a transaction
     */
    public long append(Collection<? extends Event> events) {
        return write(events.stream().map(codec::encode).map(OutgoingRecord::of).toList());
    }

    long write(List<OutgoingRecord> records) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("events are appended in the transaction of the change that they tell of");
        }
        try (Connection connection = dataSource.getConnection()) {
            long last = insert(connection, records);
            transactions.registerInterposedSynchronization(new WakeRelay(signal));
            return last;
        } catch (SQLException e) {
            throw new StoreUnavailableException("outgoing events could not be stored", e);
        }
    }

    private static long insert(Connection connection, List<OutgoingRecord> records) throws SQLException {
        String sql = "insert into outbox (topic, partition, record_key, revision, headers, value)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"id"})) {
            for (OutgoingRecord row : records) {
                row.fill(insert);
                insert.addBatch();
            }
            insert.executeBatch();
            long last = 0;
            try (ResultSet ids = insert.getGeneratedKeys()) {
                while (ids.next()) {
                    last = ids.getLong(1);
                }
            }
            return last;
        }
    }

    /** Whether a broker with default settings could take the event; if not it must become a finding instead. */
    public boolean accepts(Event event) {
        EncodedEvent encoded = codec.encode(event);
        return !encoded.tooLarge();
    }

    private record WakeRelay(RelaySignal signal) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.wake();
            }
        }
    }
}
