package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** The relay's side of the outbox table. Works outside of the services' transactions. */
@ApplicationScoped
class OutboxRows {
    private final DataSource dataSource;
    private final Positions positions;

    OutboxRows(DataSource dataSource, Positions positions) {
        this.dataSource = dataSource;
        this.positions = positions;
    }

    /**
     * The oldest rows that may be sent, by id; keys behind a blocked row are left out.
     *
     * @param bytes no row is added to those that hold as much together; the first one comes however large it is
     */
    Map<Long, OutgoingRecord> oldest(int atMost, long bytes) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return oldest(connection, atMost, bytes);
        }
    }

    static Map<Long, OutgoingRecord> oldest(Connection connection, int atMost, long bytes) throws SQLException {
        String sql =
                """
                select * from (
                  select r.*, sum(coalesce(octet_length(value), 0)) over (order by id
                              rows between unbounded preceding and 1 preceding) as bytes_before
                  from (select * from outbox o
                        where blocked_reason is null
                          and not exists (select 1 from outbox b
                                          where b.topic = o.topic and b.record_key = o.record_key
                                            and b.record_key <> '' and b.blocked_reason is not null and b.id < o.id)
                        order by id limit ?) r) oldest
                where coalesce(bytes_before, 0) < ?
                order by id""";
        Map<Long, OutgoingRecord> rows = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, atMost);
            select.setLong(2, bytes);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.put(result.getLong("id"), OutgoingRecord.read(result));
                }
            }
        }
        return rows;
    }

    /** Forgets what Kafka has, and remembers up to where the topics are known. */
    void sent(Collection<Long> ids, Map<TopicPartition, Long> written) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
                delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                delete.executeUpdate();
                positions.advanceWritten(connection, written);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    void block(long id, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update outbox set blocked_reason = ? where id = ?")) {
            update.setString(1, reason);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /** A topic that is missing or closed to us would keep each of its rows waiting for the broker's time-out. */
    void blockTopic(String topic, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update outbox set blocked_reason = ? where topic = ? and blocked_reason is null")) {
            update.setString(1, reason);
            update.setString(2, topic);
            update.executeUpdate();
        }
    }

    /** What stood in the way may be mended since: a limit raised, a topic made, a right given. */
    void tryBlockedAgain() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update outbox set blocked_reason = null where blocked_reason is not null")) {
            update.executeUpdate();
        }
    }

    /** How many rows wait because Kafka refused them. */
    long blocked() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from outbox where blocked_reason is not null");
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    boolean contains(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from outbox where id = ?")) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Drops what an older store still wants to send though its topic holds that revision or a newer one. */
    static void dropOlder(Connection connection, String topic, String key, long revision) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from outbox where topic = ? and record_key = ? and revision <= ?")) {
            delete.setString(1, topic);
            delete.setString(2, key);
            delete.setLong(3, revision);
            delete.executeUpdate();
        }
    }
}
