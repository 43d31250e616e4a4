package org.commitcast.feed.serving;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer without a document, as problem+json.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record ProblemAnswer(
        int status, String title, String detail, Map<CharSequence, String> fields, @Nullable URI elsewhere) {

    private ProblemAnswer(int status, String title, String detail, Map<CharSequence, String> fields) {
        this(status, title, detail, fields, null);
    }

    /** @param maxAge how long a cache may answer so without asking; it would guess, if it were not told */
    static ProblemAnswer notFound(Duration maxAge) {
        return new ProblemAnswer(404, "Not Found", "There is no such document.", kept(maxAge));
    }

    /** The feed is made by somebody else. */
    static ProblemAnswer elsewhere(@Nullable URI address, Duration maxAge) {
        String place = address == null ? "" : " It is at " + address + ".";
        return new ProblemAnswer(
                404, "Not Found", "This feed is not served here: its site makes it." + place, kept(maxAge), address);
    }

    static ProblemAnswer gone(Duration maxAge) {
        return new ProblemAnswer(410, "Gone", "The document was removed.", kept(maxAge));
    }

    private static Map<CharSequence, String> kept(Duration maxAge) {
        return Map.of(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
    }

    static ProblemAnswer methodNotAllowed() {
        return new ProblemAnswer(
                405,
                "Method Not Allowed",
                "Documents are read by GET and HEAD.",
                Map.of(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS"));
    }

    static ProblemAnswer preconditionFailed() {
        return new ProblemAnswer(
                412, "Precondition Failed", "The document is another one than was expected.", Map.of());
    }

    static ProblemAnswer notYet(String why, Duration retryAfter) {
        return new ProblemAnswer(
                503,
                "Service Unavailable",
                why,
                Map.of(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(retryAfter.toSeconds()),
                        HttpHeaders.CACHE_CONTROL,
                        "no-store"));
    }

    void send(RoutingContext context) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        fields.forEach(response::putHeader);
        if (elsewhere != null) {
            response.putHeader("Link", "<" + elsewhere.toASCIIString() + ">; rel=\"canonical\"");
        }
        JsonObject document = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (elsewhere != null) {
            document.put("feed", elsewhere.toString());
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(document.encode());
        }
    }
}
