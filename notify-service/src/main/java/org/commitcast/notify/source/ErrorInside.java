package org.commitcast.notify.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * An error that a document tells of, whatever its status: {@code {"error": …}} of Lemmy, Firebase and many others,
 * {@code {"json": {"errors": …}}} of Reddit.
 *
 * @param code a short one, as the platform has them; never its free text
 */
record ErrorInside(String code) {

    static Optional<ErrorInside> of(JsonNode document) {
        JsonNode errors = document.path("json").path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            return Optional.of(new ErrorInside(code(errors.get(0).path(0))));
        }
        JsonNode error = document.path("error");
        return error.isMissingNode() || error.isNull() ? Optional.empty() : Optional.of(new ErrorInside(code(error)));
    }

    private static String code(JsonNode error) {
        String code = error.asText();
        return code.matches("[A-Za-z0-9_.-]{1,60}") ? code : "an error";
    }

    /** Whether it says that too much was asked. */
    boolean saysTooMany() {
        String plain = code.toLowerCase(Locale.ROOT).replace("_", "");
        return plain.contains("ratelimit") || plain.equals("429");
    }

    /** Whether it is about a token that was valid once, which Bluesky says with status 400. */
    boolean refusesToken() {
        return code.equals("ExpiredToken") || code.equals("InvalidToken") || code.equals("401");
    }
}
