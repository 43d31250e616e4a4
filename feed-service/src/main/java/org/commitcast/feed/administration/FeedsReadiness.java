package org.commitcast.feed.administration;

import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.feed.intake.Replay;
import org.commitcast.feed.publishing.DocumentWatch;
import org.commitcast.feed.publishing.Setbacks;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.store.Schema;
import org.commitcast.feed.websub.HubPinging;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as there is something to serve, from disk or from the database: neither database nor Kafka is needed
 * for that. With nothing on disk, ready once it is sure that there is nothing else.
 */
@Readiness
@ApplicationScoped
class FeedsReadiness implements HealthCheck {
    private final ServedDocuments feeds;
    private final Schema schema;
    private final DocumentWatch documents;
    private final Replay replay;
    private final Setbacks setbacks;
    private final HubPinging hubs;
    private final Shortcomings shortcomings;

    FeedsReadiness(
            ServedDocuments feeds,
            Schema schema,
            DocumentWatch documents,
            Replay replay,
            Setbacks setbacks,
            HubPinging hubs,
            Shortcomings shortcomings) {
        this.feeds = feeds;
        this.schema = schema;
        this.documents = documents;
        this.replay = replay;
        this.setbacks = setbacks;
        this.hubs = hubs;
        this.shortcomings = shortcomings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feeds")
                .status(feeds.isComplete() || !feeds.isEmpty())
                .withData("missing", missing())
                .withData("database-answers", schema.isCurrent() && !documents.isTroubled())
                .withData("feeds", feeds.size())
                .withData("setbacks", setbacks.summary())
                .withData("hubs-not-told", hubs.summary())
                .withData("left-out", shortcomings.leftOut())
                .withData("too-large", shortcomings.tooLarge())
                .build();
    }

    private String missing() {
        if (!schema.isCurrent()) {
            return "the database";
        }
        if (!documents.hasRead()) {
            return "the stored feeds";
        }
        if (!replay.isComplete()) {
            return "records that lay on the topics at the start";
        }
        return feeds.isComplete() ? "nothing" : "feeds of the sites that were read";
    }
}
