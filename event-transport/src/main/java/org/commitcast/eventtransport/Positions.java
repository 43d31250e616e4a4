package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Offsets that are kept with the state they belong to. They only ever advance, so a thawed process sets none back. */
@ApplicationScoped
class Positions {
    private final DataSource dataSource;

    Positions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Map<TopicPartition, Long> written() throws SQLException {
        return read("select topic, partition, next_offset from written_position", null);
    }

    Map<TopicPartition, Long> consumed(String group) throws SQLException {
        return read("select topic, partition, next_offset from consumed_position where consumer_group = ?", group);
    }

    void advanceWritten(Connection connection, Map<TopicPartition, Long> next) throws SQLException {
        String sql =
                """
                insert into written_position (topic, partition, next_offset) values (?, ?, ?)
                on conflict (topic, partition)
                do update set next_offset = greatest(written_position.next_offset, excluded.next_offset)""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
                upsert.setString(1, entry.getKey().topic());
                upsert.setInt(2, entry.getKey().partition());
                upsert.setLong(3, entry.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    void advanceConsumed(Connection connection, String group, Map<TopicPartition, Long> next) throws SQLException {
        String sql =
                """
                insert into consumed_position (consumer_group, topic, partition, next_offset) values (?, ?, ?, ?)
                on conflict (consumer_group, topic, partition)
                do update set next_offset = greatest(consumed_position.next_offset, excluded.next_offset)""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
                upsert.setString(1, group);
                upsert.setString(2, entry.getKey().topic());
                upsert.setInt(3, entry.getKey().partition());
                upsert.setLong(4, entry.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** For topics that were made anew: what is stored of the old ones means nothing. */
    void forgetConsumed(String group, TopicPartition partition) throws SQLException {
        String sql = "delete from consumed_position where consumer_group = ? and topic = ? and partition = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, group);
            delete.setString(2, partition.topic());
            delete.setInt(3, partition.partition());
            delete.executeUpdate();
        }
    }

    private Map<TopicPartition, Long> read(String sql, @Nullable String group) throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (group != null) {
                select.setString(1, group);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                }
            }
        }
        return positions;
    }
}
