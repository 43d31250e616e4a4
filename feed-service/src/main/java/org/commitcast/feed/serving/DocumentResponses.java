package org.commitcast.feed.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.Objects;

/** Writes a document, or that the reader has it. */
@ApplicationScoped
class DocumentResponses {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");

    private final String cacheControl;
    private final Counter given;
    private final Counter unchanged;

    DocumentResponses(ServingConfig config, MeterRegistry metrics) {
        // Two series in all: sites and documents are no labels, there may be thousands.
        given = metrics.counter("commitcast.feed.answers", "answer", "given");
        unchanged = metrics.counter("commitcast.feed.answers", "answer", "unchanged");
        cacheControl = "public, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        config.maxAge().toSeconds(),
                        config.staleWhileRevalidate().toSeconds(),
                        config.staleIfError().toSeconds());
    }

    void send(RoutingContext context, ServedDocument document) {
        DocumentBody body = Objects.requireNonNull(document.body());
        boolean gzip = AcceptedCoding.prefersGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        String etag = gzip ? body.gzipEtag() : body.etag();
        Preconditions outcome = Preconditions.of(context.request().headers(), document, etag);
        if (outcome == Preconditions.FAILED) {
            ProblemAnswer.preconditionFailed().send(context);
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.LAST_MODIFIED, HttpDate.of(document.lastModified()))
                .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (document.link() != null) {
            response.putHeader(LINK, document.link());
        }
        CrossOrigin.allow(response);
        if (outcome == Preconditions.UNCHANGED) {
            unchanged.increment();
            response.setStatusCode(304).end();
            return;
        }
        given.increment();
        response.putHeader(HttpHeaders.CONTENT_TYPE, document.type().contentType());
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        int length = gzip ? body.gzip().length : body.length();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            PacedBody.send(context, gzip ? new ByteArrayInputStream(body.gzip()) : body.plain(), length);
        }
    }
}
