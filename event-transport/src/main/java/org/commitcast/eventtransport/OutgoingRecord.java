package org.commitcast.eventtransport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.Topic;
import org.jspecify.annotations.Nullable;

/** A record as it stands in the outbox. */
final class OutgoingRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String topic;
    private final @Nullable Integer partition;
    private final @Nullable String key;
    private final long revision;
    private final Map<String, String> headers;
    private final byte @Nullable [] value;

    OutgoingRecord(
            String topic,
            @Nullable Integer partition,
            @Nullable String key,
            long revision,
            Map<String, String> headers,
            byte @Nullable [] value) {
        this.topic = topic;
        this.partition = partition;
        this.key = key;
        this.revision = revision;
        this.headers = headers;
        this.value = value;
    }

    static OutgoingRecord of(EncodedEvent event) {
        return new OutgoingRecord(
                event.topic(),
                event.partition(),
                event.key(),
                event.revision(),
                event.headers(),
                event.json().getBytes(StandardCharsets.UTF_8));
    }

    static OutgoingRecord read(ResultSet row) throws SQLException {
        int partition = row.getInt("partition");
        Integer chosen = row.wasNull() ? null : Integer.valueOf(partition);
        String key = row.getString("record_key");
        return new OutgoingRecord(
                row.getString("topic"),
                chosen,
                key.isEmpty() ? null : key,
                row.getLong("revision"),
                headers(row.getString("headers")),
                row.getBytes("value"));
    }

    void fill(PreparedStatement insert) throws SQLException {
        insert.setString(1, topic);
        if (partition == null) {
            insert.setNull(2, Types.INTEGER);
        } else {
            insert.setInt(2, partition);
        }
        insert.setString(3, key == null ? "" : key);
        insert.setLong(4, revision);
        try {
            insert.setString(5, JSON.writeValueAsString(headers));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        insert.setBytes(6, value);
    }

    String topic() {
        return topic;
    }

    /** Whether it is on its way to the dead letters rather than to a topic of state. */
    boolean isDeadLetter() {
        return Topic.named(topic).isEmpty();
    }

    ProducerRecord<String, byte[]> toKafka() {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, partition, key, value);
        headers.forEach((name, text) -> outgoing.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return outgoing;
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("headers of an outgoing record are not JSON", e);
        }
    }
}
