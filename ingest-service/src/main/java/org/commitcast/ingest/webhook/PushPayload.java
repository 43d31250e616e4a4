package org.commitcast.ingest.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The two things of a push that we look at, both only a hint. Read token by token, because a payload may have 25 MB.
 *
 * @param ref what was pushed
 * @param after to which commit
 */
record PushPayload(@Nullable String ref, @Nullable String after) {
    /** Of a delivery that was not looked into. */
    static final PushPayload UNREAD = new PushPayload(null, null);

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads all of it.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is no JSON
     */
    static PushPayload read(InputStream in) throws IOException {
        String ref = null;
        String after = null;
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "A delivery is a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("ref")) {
                    ref = json.getText();
                } else if (value == JsonToken.VALUE_STRING && name.equals("after")) {
                    after = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "Something follows the JSON object");
            }
        }
        return new PushPayload(ref, after);
    }
}
