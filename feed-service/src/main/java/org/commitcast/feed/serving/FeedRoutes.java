package org.commitcast.feed.serving;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** The feeds' addresses. A plain handler on the event loop: an answer is a look-up in memory. */
@ApplicationScoped
class FeedRoutes {
    private final ServedFeeds feeds;
    private final ServingConfig config;
    private final FeedResponses responses;

    FeedRoutes(ServedFeeds feeds, ServingConfig config, FeedResponses responses) {
        this.feeds = feeds;
        this.config = config;
        this.responses = responses;
    }

    void add(@Observes Router router) {
        router.route("/feeds/:site/:file").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        Optional<FeedKey> key = FeedKey.ofFile(context.pathParam("site"), context.pathParam("file"));
        HttpMethod method = context.request().method();
        if (key.isEmpty()) {
            ProblemAnswer.notFound().send(context);
        } else if (method.equals(HttpMethod.OPTIONS)) {
            CrossOrigin.sendPreflight(context.response());
        } else if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            ProblemAnswer.methodNotAllowed().send(context);
        } else {
            answer(context, feeds.find(key.get()));
        }
    }

    private void answer(RoutingContext context, Optional<ServedFeed> found) {
        if (found.isEmpty()) {
            ProblemAnswer answer = feeds.isComplete()
                    ? ProblemAnswer.notFound()
                    : ProblemAnswer.notYet("The feeds are being read after a start.", config.retryAfter());
            answer.send(context);
            return;
        }
        ServedFeed feed = found.get();
        switch (feed.standing()) {
            case SERVED -> responses.send(context, feed);
            case EMPTY -> ProblemAnswer.notFound().send(context);
            case GONE -> ProblemAnswer.gone().send(context);
            case IMPORTING ->
                ProblemAnswer.notYet("The site is being imported.", config.retryAfter())
                        .send(context);
        }
    }
}
