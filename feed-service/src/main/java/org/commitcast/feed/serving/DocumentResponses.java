package org.commitcast.feed.serving;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a document, or that the reader has it. */
@ApplicationScoped
class DocumentResponses {
    private final HotBodies hot;
    private final ColdBodies cold;
    private final DocumentFields fields;
    private final AnswerCounts counts;
    private final Duration retryAfter;

    DocumentResponses(
            HotBodies hot, ColdBodies cold, DocumentFields fields, AnswerCounts counts, ServingConfig config) {
        this.hot = hot;
        this.cold = cold;
        this.fields = fields;
        this.counts = counts;
        retryAfter = config.retryAfter();
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
        Form form = Form.of(document, context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        switch (Preconditions.of(context.request().headers(), document, form.etag())) {
            case FAILED -> ProblemAnswer.preconditionFailed().send(context);
            case UNCHANGED -> {
                counts.unchanged();
                head(context, document, form).setStatusCode(304).end();
            }
            case MET -> {
                if (context.request().method().equals(HttpMethod.HEAD)) {
                    counts.given();
                    contentHead(context, document, form).end();
                } else if (body == null) {
                    Context asking = context.vertx().getOrCreateContext();
                    cold.read(asking, document.key(), read -> send(context, read));
                } else {
                    counts.given();
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
        fields.addTo(response.headers()::add, document, form);
        return response;
    }

    private HttpServerResponse contentHead(RoutingContext context, ServedDocument document, Form form) {
        HttpServerResponse response = head(context, document, form);
        fields.addContentTo(response.headers()::add, document, form);
        return response;
    }
}
