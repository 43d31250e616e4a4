package org.commitcast.feed.serving;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends readers on to a feed's new address, for good. Not those who come from there: where the new address is a proxy's
 * that asks here, they would be sent in a circle. A proxy that does not say which path it was asked for is taken to have
 * been asked for the new one, if the host is.
 */
final class Move {
    private static final String ASKED_FOR = "X-Forwarded-Host";

    private static final String PATH_ASKED_FOR = "X-Forwarded-Uri";

    /** Of ingest-service, which copies documents to hosts that cannot send anybody on. */
    private static final String COPY = "Commitcast-Copy";

    private Move() {}

    /** Where a reader is to go; empty where the document is to be had here. */
    static Optional<URI> of(ServedDocument document, HttpServerRequest request) {
        return Optional.ofNullable(document.elsewhere())
                .filter(address -> request.getHeader(COPY) == null)
                .filter(address -> !isAskedThere(document, address, request));
    }

    private static boolean isAskedThere(ServedDocument document, URI address, HttpServerRequest request) {
        String forwarded = request.getHeader(ASKED_FOR);
        String host = forwarded == null
                ? request.getHeader(HttpHeaders.HOST)
                : forwarded.split(",", -1)[0];
        return authority(String.valueOf(host)).equals(authority(String.valueOf(address.getAuthority())))
                && isPathAskedFor(document, address, request);
    }

    private static boolean isPathAskedFor(ServedDocument document, URI address, HttpServerRequest request) {
        String path = path(String.valueOf(address.getRawPath()));
        String own = document.key().path();
        String forwarded = request.getHeader(PATH_ASKED_FOR);
        String asked = forwarded == null ? own : path(forwarded.strip().replaceFirst("[?#].*", ""));
        // Who asks by our own path may be a proxy behind the one that readers ask, which nobody knows more of.
        return asked.equals(path) || (asked.equals(own) && !path.startsWith("/feeds/"));
    }

    private static String path(String path) {
        return path.isEmpty() ? "/" : path;
    }

    /** Host and port; the ports of both schemes are left away, because a proxy may speak the one for the other. */
    private static String authority(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }

    static void send(HttpServerResponse response, URI address, Duration maxAge) {
        CrossOrigin.allow(response.headers()::add);
        response.setStatusCode(301)
                .putHeader(HttpHeaders.LOCATION, address.toASCIIString())
                // The answer is another one for who asks by the new name.
                .putHeader(HttpHeaders.VARY, "Host, " + ASKED_FOR + ", " + PATH_ASKED_FOR)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds())
                .end();
    }
}
