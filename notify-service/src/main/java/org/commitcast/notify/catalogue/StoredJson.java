package org.commitcast.notify.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.TreeMap;
import org.commitcast.contentevents.ContentSnapshot;

/** JSON in the store. Reads what older and newer versions wrote. */
public final class StoredJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredJson() {}

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " has no JSON form", e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** Texts by their names. */
    public static Map<String, String> readTexts(String json) {
        return Map.copyOf(read(json, Texts.class));
    }

    private static final class Texts extends TreeMap<String, String> {
        private static final long serialVersionUID = 1;
    }

    /** Without what neither announcements nor discussions show, which is most of it. */
    static String writeSlim(ContentSnapshot snapshot) {
        ObjectNode json = JSON.valueToTree(snapshot);
        json.put("html", "");
        json.remove("chapters");
        json.remove("frontMatter");
        return write(json);
    }
}
