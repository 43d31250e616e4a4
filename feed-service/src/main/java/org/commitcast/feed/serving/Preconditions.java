package org.commitcast.feed.serving;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/**
 * Whether the client has what it would get.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, 13.2.2</a>
 */
final class Preconditions {
    private Preconditions() {}

    static boolean hasIt(MultiMap request, ServedDocument document, String etag) {
        List<String> tags = request.getAll(HttpHeaders.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return EntityTags.include(String.join(", ", tags), etag);
        }
        // Only our own date, given back: a document's date can also go back, and then a later one says nothing.
        return document.dateDecides()
                && HttpDate.of(document.lastModified()).equals(request.get(HttpHeaders.IF_MODIFIED_SINCE));
    }
}
