package org.commitcast.feed.serving;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** The documents' addresses. A plain handler on the event loop: an answer is a look-up in memory. */
@ApplicationScoped
class DocumentRoutes {
    /** Documents are for everybody: who asks is found out for nothing, at ten times the price of the answer. */
    private static final int BEFORE_ALL = Integer.MIN_VALUE;

    private final ServedDocuments documents;
    private final ServingConfig config;
    private final DocumentResponses responses;
    private final ShortAnswers shortAnswers;

    DocumentRoutes(
            ServedDocuments documents, ServingConfig config, DocumentResponses responses, ShortAnswers shortAnswers) {
        this.documents = documents;
        this.config = config;
        this.responses = responses;
        this.shortAnswers = shortAnswers;
    }

    void add(@Observes Router router) {
        router.route("/feeds/*").order(BEFORE_ALL).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        ShortWay.notice(context, shortAnswers);
        Optional<DocumentKey> key = DocumentKey.ofPath(context.normalizedPath());
        HttpMethod method = context.request().method();
        if (key.isEmpty()) {
            ProblemAnswer.notFound(config.maxAge()).send(context);
        } else if (method.equals(HttpMethod.OPTIONS)) {
            CrossOrigin.sendPreflight(context.response());
        } else if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            ProblemAnswer.methodNotAllowed().send(context);
        } else {
            documents.find(key.get()).ifPresentOrElse(document -> answer(context, document), () -> unknown(key.get())
                    .send(context));
        }
    }

    private ProblemAnswer unknown(DocumentKey key) {
        if (documents.isComplete(key.site())) {
            return ProblemAnswer.notFound(config.maxAge());
        }
        String why = documents.isComplete()
                ? "The site's feeds cannot be made at present."
                : "The feeds are being read after a start.";
        return ProblemAnswer.notYet(why, config.retryAfter());
    }

    private void answer(RoutingContext context, ServedDocument document) {
        switch (document.standing()) {
            case SERVED ->
                Move.of(document, context.request())
                        .ifPresentOrElse(
                                address -> Move.send(context.response(), address, config.maxAge()),
                                () -> responses.send(context, document));
            case EXTERNAL ->
                ProblemAnswer.elsewhere(document.elsewhere(), config.maxAge()).send(context);
            case EMPTY, WITHDRAWN -> ProblemAnswer.notFound(config.maxAge()).send(context);
            case GONE -> ProblemAnswer.gone(config.maxAge()).send(context);
            case IMPORTING ->
                ProblemAnswer.notYet("The site is being imported.", config.retryAfter())
                        .send(context);
        }
    }
}
