package org.commitcast.feed.administration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.publishing.LargeFeeds;
import org.commitcast.feed.store.LeftOutItems;
import org.commitcast.feed.store.Schema;

/** What is not as it should be with feeds that are served: no reason to be taken out of rotation, but to be looked at. */
@ApplicationScoped
class Shortcomings {
    private static final int MOST_NAMED = 10;

    private final Schema schema;
    private final LeftOutItems leftOutItems;
    private final LargeFeeds largeFeeds;
    private volatile String leftOut = "none";
    private volatile String tooLarge = "none";

    Shortcomings(Schema schema, LeftOutItems leftOutItems, LargeFeeds largeFeeds) {
        this.schema = schema;
        this.leftOutItems = leftOutItems;
        this.largeFeeds = largeFeeds;
    }

    /** Beside the checks, which must answer while the database does not. */
    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        if (!schema.isCurrent()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                leftOut = text(leftOutItems.named(MOST_NAMED));
                tooLarge = text(largeFeeds.named(MOST_NAMED));
            });
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            // What was so when the database was last there goes on to be said.
        }
    }

    private static String text(List<String> named) {
        return named.isEmpty() ? "none" : String.join("; ", named);
    }

    /** Items that cannot be rendered, by site. */
    String leftOut() {
        return leftOut;
    }

    /** Feeds without archives that are larger than documents should be. */
    String tooLarge() {
        return tooLarge;
    }
}
