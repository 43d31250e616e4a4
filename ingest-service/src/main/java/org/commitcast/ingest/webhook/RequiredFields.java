package org.commitcast.ingest.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields a body lacks that its receiver wants to see. */
final class RequiredFields {
    private static final JsonFactory JSON = new JsonFactory();

    private RequiredFields() {}

    /** All of them where it is no JSON; nested fields are named with dots. */
    static Set<String> missing(List<String> required, InputStream in) throws IOException {
        Set<String> missing = new LinkedHashSet<>(required);
        try (JsonParser json = JSON.createParser(in)) {
            JsonToken token = json.nextToken();
            while (token != null && !missing.isEmpty()) {
                if ((token.isScalarValue() && token != JsonToken.VALUE_NULL) || token.isStructStart()) {
                    missing.remove(path(json, token));
                }
                token = json.nextToken();
            }
            return missing;
        } catch (JsonProcessingException e) {
            return new LinkedHashSet<>(required);
        }
    }

    private static String path(JsonParser json, JsonToken token) {
        var context = json.getParsingContext();
        var place = token.isStructStart() ? context.getParent() : context;
        return place == null
                ? ""
                : place.pathAsPointer().toString().replaceFirst("^/", "").replace('/', '.');
    }
}
