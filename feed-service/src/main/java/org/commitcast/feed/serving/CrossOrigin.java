package org.commitcast.feed.serving;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.BiConsumer;

/**
 * Feeds are public: pages of any origin may read them, also with the headers of a cache.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
final class CrossOrigin {
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized("ETag, Last-Modified, Link");

    private CrossOrigin() {}

    static void sendPreflight(HttpServerResponse response) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, If-Modified-Since")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
                .putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                .setStatusCode(204)
                .end();
    }

    /** Beside the validators, of which pages see nothing else. */
    static void allow(BiConsumer<CharSequence, CharSequence> fields) {
        fields.accept(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        fields.accept(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }
}
