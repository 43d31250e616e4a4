package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events to and from their wire form, the Kafka protocol binding of CloudEvents 1.0 in binary mode.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">binding</a>
 */
public final class EventCodec {
    private static final String TYPE = "ce_type";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** The wire form of an event. The same event always gives the same bytes. */
    public EncodedEvent encode(Event event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id());
        headers.put("ce_source", "/commitcast/sites/" + event.site());
        headers.put(TYPE, event.type());
        headers.put("ce_subject", event.key());
        headers.put("ce_time", event.occurredAt().toString());
        headers.put("content-type", "application/json; charset=utf-8");
        try {
            return new EncodedEvent(
                    event.topic().topicName(),
                    SitePartition.of(event.site()),
                    event.key(),
                    event.revision(),
                    headers,
                    json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("event " + event.id() + " has no JSON form", e);
        }
    }

    /** What a record means. Never throws for what it is given: bad bytes and unknown types are values. */
    public Decoded decode(Map<String, String> headers, byte @Nullable [] value) {
        String type = headers.get(TYPE);
        if (type == null) {
            return new Decoded.Malformed("record has no ce_type header");
        }
        Class<? extends Event> form = EventTypes.formOf(type);
        if (form == null) {
            return new Decoded.UnknownType(type);
        }
        if (value == null) {
            return new Decoded.Malformed("record of type " + type + " has no value");
        }
        try {
            Event event = json.readValue(value, form);
            String missing = event == null ? "value" : EventTypes.missingPart(event);
            return missing == null
                    ? new Decoded.Known(event)
                    : new Decoded.Malformed("record of type " + type + " lacks " + missing);
        } catch (JsonMappingException e) {
            return new Decoded.Malformed("record of type " + type + " does not fit at " + e.getPathReference());
        } catch (IOException e) {
            return new Decoded.Malformed("record of type " + type + " is not JSON");
        }
    }
}
