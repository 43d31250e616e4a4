package org.commitcast.notify.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.guardedhttp.Body;
import org.jspecify.annotations.Nullable;

/** Reads what other people's documents may or may not hold; nothing is made of what has another form. */
public final class JsonFields {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** PostgreSQL refuses the first of them, and nobody wants to read the others. */
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

    private static final int LONGEST = 2000;
    private static final int LONGEST_TITLE = 300;

    private JsonFields() {}

    /** The document, if it is one and all of it is there. */
    static Optional<JsonNode> document(Body body) {
        if (!body.complete()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(body.text())).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text that can be stored; absent where it is too long, as the beginning of an address is another address. */
    public static @Nullable String text(JsonNode node, String name) {
        String text = CONTROLS.matcher(node.path(name).asText("")).replaceAll("");
        return node.path(name).isTextual() && !text.isBlank() && text.length() <= LONGEST ? text : null;
    }

    /** An address on the web. */
    public static @Nullable String address(JsonNode node, String name) {
        String text = text(node, name);
        return text != null && text.matches("(?i)https?://[^/]+/.*") ? text : null;
    }

    /** The beginning of a text that people read, in one line. */
    public static @Nullable String title(JsonNode node, String name) {
        return node.path(name).isTextual() ? title(node.path(name).textValue()) : null;
    }

    /** The same of a text that is known. */
    public static @Nullable String title(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST_TITLE) {
            return line.isEmpty() ? null : line;
        }
        // Not within a character that takes two.
        int end = Character.isHighSurrogate(line.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        return line.substring(0, end);
    }

    /** A text or a number that identifies something: letters, digits, dash and underscore. */
    public static Optional<String> id(JsonNode node, String name) {
        JsonNode field = node.path(name);
        return Optional.of(field)
                .filter(id -> id.isTextual() || id.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,100}"));
    }

    public static @Nullable Integer integer(JsonNode node, String name) {
        JsonNode field = node.path(name);
        return field.isIntegralNumber() && field.canConvertToInt() ? Integer.valueOf(field.intValue()) : null;
    }

    /** A time in seconds since 1970, which some say with a fraction. */
    public static @Nullable Instant epoch(JsonNode node, String name) {
        JsonNode field = node.path(name);
        return field.isNumber() && field.asLong() > 0 ? Instant.ofEpochSecond(field.asLong()) : null;
    }

    /** A time in the form of ISO 8601; one without a zone is taken for UTC. */
    public static @Nullable Instant time(JsonNode node, String name) {
        String text = text(node, name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? text : text + "Z")
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
