package org.commitcast.feed.serving;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client makes its request depend on, for GET and HEAD.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, 13.2.2</a>
 */
enum Preconditions {
    /** The client gets the document. */
    MET,
    /** It has what it would get. */
    UNCHANGED,
    /** It wants this only as long as it is something else. */
    FAILED;

    private static final CharSequence IF_UNMODIFIED_SINCE = HttpHeaders.createOptimized("If-Unmodified-Since");

    /** @param etag of the form that the client would get */
    static Preconditions of(MultiMap request, ServedDocument document, String etag) {
        if (!isAsAssumed(request, document, etag)) {
            return FAILED;
        }
        return hasIt(request, document, etag) ? UNCHANGED : MET;
    }

    private static boolean isAsAssumed(MultiMap request, ServedDocument document, String etag) {
        if (request.contains(HttpHeaders.IF_MATCH)) {
            return EntityTags.includeStrong(String.join(", ", request.getAll(HttpHeaders.IF_MATCH)), etag);
        }
        Instant date = HttpDate.read(request.get(IF_UNMODIFIED_SINCE));
        return date == null || !seconds(document).isAfter(date);
    }

    private static boolean hasIt(MultiMap request, ServedDocument document, String etag) {
        List<String> tags = request.getAll(HttpHeaders.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return EntityTags.include(tags.size() == 1 ? tags.get(0) : String.join(", ", tags), etag);
        }
        // Only our own date, given back: a document's date can also go back, and then a later one says nothing.
        return document.dateDecides() && isDateOf(document, request.get(HttpHeaders.IF_MODIFIED_SINCE));
    }

    private static boolean isDateOf(ServedDocument document, @Nullable String header) {
        return header != null && seconds(document).equals(HttpDate.read(header));
    }

    private static Instant seconds(ServedDocument document) {
        return document.lastModified().truncatedTo(ChronoUnit.SECONDS);
    }
}
