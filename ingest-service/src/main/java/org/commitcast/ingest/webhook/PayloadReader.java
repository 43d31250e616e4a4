package org.commitcast.ingest.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commitcast.ingest.checkout.RepositoryKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads what all forges' payloads have in common, whatever they call it. Token by token, because a payload may have 25
 * MB, and with a distrust of values that the database could not keep.
 */
final class PayloadReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_REPOSITORIES = 20;

    /** Everything else is skipped, the list of commits above all. */
    private static final Set<String> LOOKED_AT =
            Set.of("ref", "after", "type", "push", "changes", "repository", "project");

    private static final Pattern REF = Pattern.compile("/ref|/push/changes/\\d+/new/name|/changes/\\d+/refId");
    private static final Pattern AFTER =
            Pattern.compile("/after|/push/changes/\\d+/new/target/hash|/changes/\\d+/toHash");
    private static final Pattern REPOSITORY = Pattern.compile(
            "/repository|/(repository|project)/(url|clone_url|ssh_url|git_url|html_url|http_url|svn_url|web_url"
                    + "|git_http_url|git_ssh_url)|/repository/links/(html|clone/\\d+)/href");
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]{1,250}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private final Set<String> repositories = new TreeSet<>();
    private @Nullable String ref;
    private @Nullable String after;
    private @Nullable String type;
    private @Nullable String slug;
    private @Nullable String projectKey;

    private PayloadReader() {}

    /**
     * Reads all of it.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is no JSON object
     */
    static PushPayload read(InputStream in) throws IOException {
        PayloadReader reader = new PayloadReader();
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "A delivery is a JSON object");
            }
            reader.readObject(json);
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "Something follows the JSON object");
            }
        }
        return reader.payload();
    }

    private void readObject(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean skipped = !LOOKED_AT.contains(json.currentName());
            int depth = 0;
            do {
                JsonToken token = json.nextToken();
                if (token == null) {
                    throw new JsonParseException(json, "The JSON object does not end");
                } else if (skipped) {
                    json.skipChildren();
                } else if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING) {
                    take(json.getParsingContext().pathAsPointer().toString(), json.getText());
                }
            } while (depth > 0);
        }
    }

    private void take(String path, String value) {
        if (!PLAIN.matcher(value).matches()) {
            return;
        }
        if (ref == null && REF.matcher(path).matches()) {
            ref = value;
        } else if (after == null
                && AFTER.matcher(path).matches()
                && COMMIT.matcher(value).matches()) {
            after = value;
        } else if (path.equals("/type")) {
            type = value;
        } else if (path.equals("/repository/slug")) {
            slug = value;
        } else if (path.equals("/repository/project/key")) {
            projectKey = value;
        } else if (repositories.size() < MAX_REPOSITORIES
                && REPOSITORY.matcher(path).matches()) {
            repositories.add(RepositoryKey.of(value));
        }
    }

    private PushPayload payload() {
        repositories.remove("");
        if (repositories.isEmpty() && slug != null && projectKey != null) {
            // Bitbucket Server names no address of its own.
            repositories.add(RepositoryKey.onAnyHost(projectKey + "/" + slug));
        }
        return new PushPayload(ref, after, type, repositories);
    }
}
