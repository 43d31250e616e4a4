package org.commitcast.feed.serving;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whether the client has what it would get.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, 13.2.2</a>
 */
final class Preconditions {
    private Preconditions() {}

    static boolean hasIt(MultiMap request, ServedFeed feed, String etag) {
        List<String> tags = request.getAll(HttpHeaders.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return EntityTags.include(String.join(", ", tags), etag);
        }
        String since = request.get(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null
                && HttpDate.parse(since)
                        .map(date -> date.compareTo(feed.lastModified().truncatedTo(ChronoUnit.SECONDS)))
                        .filter(order -> feed.dateDecides() ? order >= 0 : order > 0)
                        .isPresent();
    }
}
