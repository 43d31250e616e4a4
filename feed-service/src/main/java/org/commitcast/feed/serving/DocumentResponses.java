package org.commitcast.feed.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a document, or that the reader has it. */
@ApplicationScoped
class DocumentResponses {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    private final HotBodies hot;
    private final ColdBodies cold;
    private final Duration retryAfter;
    private final String cacheControl;
    private final String cacheControlOfArchives;
    private final Counter given;
    private final Counter unchanged;

    DocumentResponses(HotBodies hot, ColdBodies cold, ServingConfig config, MeterRegistry metrics) {
        this.hot = hot;
        this.cold = cold;
        retryAfter = config.retryAfter();
        // Two series in all: sites and documents are no labels, there may be thousands.
        given = metrics.counter("commitcast.feed.answers", "answer", "given");
        unchanged = metrics.counter("commitcast.feed.answers", "answer", "unchanged");
        cacheControl = cacheControl(config, config.maxAge());
        cacheControlOfArchives = cacheControl(config, config.archiveMaxAge());
    }

    private static String cacheControl(ServingConfig config, Duration maxAge) {
        return "public, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        maxAge.toSeconds(),
                        config.staleWhileRevalidate().toSeconds(),
                        config.staleIfError().toSeconds());
    }

    void send(RoutingContext context, ServedDocument document) {
        answer(context, document, hot.find(document));
    }

    private void send(RoutingContext context, Optional<WholeDocument> read) {
        WholeDocument document = read.orElse(null);
        DocumentBody body = document == null ? null : document.body();
        if (document == null || body == null) {
            ProblemAnswer.notYet("The document cannot be read at present.", retryAfter)
                    .send(context);
        } else {
            answer(context, document.head(), body.gzip());
        }
    }

    private void answer(RoutingContext context, ServedDocument document, byte @Nullable [] body) {
        Form form = form(context, document);
        switch (Preconditions.of(context.request().headers(), document, form.etag())) {
            case FAILED -> ProblemAnswer.preconditionFailed().send(context);
            case UNCHANGED -> {
                unchanged.increment();
                head(context, document, form).setStatusCode(304).end();
            }
            case MET -> {
                if (context.request().method().equals(HttpMethod.HEAD)) {
                    given.increment();
                    contentHead(context, document, form).end();
                } else if (body == null) {
                    Context asking = context.vertx().getOrCreateContext();
                    cold.read(asking, document.key(), read -> send(context, read));
                } else {
                    given.increment();
                    contentHead(context, document, form);
                    send(context, form, body);
                }
            }
        }
    }

    private static void send(RoutingContext context, Form form, byte[] body) {
        if (form.gzip()) {
            PacedBody.send(context, body);
        } else {
            PacedBody.send(context, DocumentBody.plain(body), form.length());
        }
    }

    private HttpServerResponse head(RoutingContext context, ServedDocument document, Form form) {
        HttpServerResponse response = context.response();
        // Nobody has put any in before: to look for them each time costs more than to write them.
        MultiMap headers = response.headers()
                .add(HttpHeaders.ETAG, form.etag())
                .add(HttpHeaders.LAST_MODIFIED, HttpDate.of(document.lastModified()))
                .add(HttpHeaders.CACHE_CONTROL, document.key().isArchive() ? cacheControlOfArchives : cacheControl)
                .add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (document.link() != null) {
            headers.add(LINK, document.link());
        }
        CrossOrigin.allow(headers);
        return response;
    }

    private HttpServerResponse contentHead(RoutingContext context, ServedDocument document, Form form) {
        HttpServerResponse response = head(context, document, form);
        MultiMap headers = response.headers()
                .add(HttpHeaders.CONTENT_TYPE, document.type().contentType())
                .add(HttpHeaders.CONTENT_LENGTH, Integer.toString(form.length()))
                .add(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        if (document.type() == DocumentType.HTML) {
            // What is spoken comes from others' repositories, and stands below the address of this service.
            headers.add("Content-Security-Policy", "default-src 'none'; frame-ancestors *; sandbox");
        }
        if (form.gzip()) {
            headers.add(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response;
    }

    /** In which form this reader takes the document. */
    private record Form(boolean gzip, String etag, int length) {}

    private static Form form(RoutingContext context, ServedDocument document) {
        BodyFacts facts = Objects.requireNonNull(document.body());
        return AcceptedCoding.prefersGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                ? new Form(true, facts.gzipEtag(), facts.gzipLength())
                : new Form(false, facts.etag(), facts.length());
    }
}
