package org.commitcast.feed.serving;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer without a document, as problem+json.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record ProblemAnswer(int status, String title, String detail, @Nullable Duration retryAfter, @Nullable URI elsewhere) {

    private ProblemAnswer(int status, String title, String detail, @Nullable Duration retryAfter) {
        this(status, title, detail, retryAfter, null);
    }

    static ProblemAnswer notFound() {
        return new ProblemAnswer(404, "Not Found", "There is no such document.", null);
    }

    /** The feed is made by somebody else. */
    static ProblemAnswer elsewhere(@Nullable URI address) {
        String place = address == null ? "" : " It is at " + address + ".";
        return new ProblemAnswer(
                404, "Not Found", "This feed is not served here: its site makes it." + place, null, address);
    }

    static ProblemAnswer gone() {
        return new ProblemAnswer(410, "Gone", "The document was removed.", null);
    }

    static ProblemAnswer methodNotAllowed() {
        return new ProblemAnswer(405, "Method Not Allowed", "Documents are read by GET and HEAD.", null);
    }

    static ProblemAnswer preconditionFailed() {
        return new ProblemAnswer(412, "Precondition Failed", "The document is another one than was expected.", null);
    }

    static ProblemAnswer notYet(String why, Duration retryAfter) {
        return new ProblemAnswer(503, "Service Unavailable", why, retryAfter);
    }

    void send(RoutingContext context) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        if (status == 405) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
        }
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
