package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** Up to where the store has taken in the topics, whichever instance did it. */
@ApplicationScoped
public class ConsumedPositions {
    private final DataSource dataSource;

    ConsumedPositions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The next offset of each partition that was ever read. */
    public Map<TopicPartition, Long> of(String group) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select topic, partition, next_offset from consumed_position where consumer_group = ?")) {
            select.setString(1, group);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw new StoreException("positions could not be read", e);
        }
    }

    /** Whether all these records have been taken in. */
    public boolean reach(String group, Map<TopicPartition, Long> records) {
        Map<TopicPartition, Long> next = of(group);
        return records.entrySet().stream().allMatch(last -> next.getOrDefault(last.getKey(), 0L) > last.getValue());
    }
}
