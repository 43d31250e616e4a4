package org.commitcast.feed.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.publishing.ItemDocuments;
import org.commitcast.feed.publishing.Publisher;
import org.commitcast.feed.rebuild.RebuildReport.RebuiltFeed;
import org.commitcast.feed.store.ConsumedPositions;
import org.commitcast.feed.store.KnownSites;

/**
 * Rebuilds a site's store from the topics beside the one that serves, up to exactly the same records, compares what
 * comes of it byte for byte, and puts it in its place. Readers see nothing of it unless there was a difference.
 */
@ApplicationScoped
public class Rebuild {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PUBLISHING = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Each takes connections from the pool that all else needs too. */
    private static final int MOST_AT_ONCE = 2;

    private final Map<String, Object> kafka;
    private final DataSource dataSource;
    private final ShadowStore shadow;
    private final KnownSites sites;
    private final ConsumedPositions positions;
    private final Comparison comparison;
    private final Publisher publisher;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Rebuild(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DataSource dataSource,
            ShadowStore shadow,
            KnownSites sites,
            ConsumedPositions positions,
            Comparison comparison,
            Publisher publisher,
            Clock clock) {
        this.kafka = kafka;
        this.dataSource = dataSource;
        this.shadow = shadow;
        this.sites = sites;
        this.positions = positions;
        this.comparison = comparison;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Rebuilds and compares.
     *
     * @param group the group under which the service's own positions are stored
     */
    public RebuildReport run(String site, String group) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw Problem.conflict(
                    "Rebuilds Running", "So many rebuilds run at once at most: " + MOST_AT_ONCE + ". Try again later.");
        }
        try {
            return rebuild(site, group);
        } finally {
            places.release();
        }
    }

    private RebuildReport rebuild(String site, String group) throws InterruptedException {
        try (RebuildLock lock = RebuildLock.take(dataSource, site).orElseThrow(() -> running(site));
                SiteTopics topics = new SiteTopics(site, kafka)) {
            QuarkusTransaction.requiringNew().run(() -> shadow.clear(site));
            topics.readToEnd(batch -> QuarkusTransaction.requiringNew().run(() -> {
                shadow.take(batch);
                sites.lock(site).ifPresent(comparison::prepare);
            }));
            awaitOwnConsumer(topics.lastRead(), group);
            return settled(site, topics, group, lock);
        }
    }

    /** What is compared must be published; but a site that cannot be is to be mended by this. */
    private RebuildReport settled(String site, SiteTopics topics, String group, RebuildLock lock)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(PUBLISHING);
        while (true) {
            boolean late = clock.instant().isAfter(deadline);
            Optional<RebuildReport> report = QuarkusTransaction.requiringNew().call(() -> {
                requireKnown(site);
                return late || !sites.isPending(site)
                        ? Optional.of(settle(site, topics, group, lock))
                        : Optional.<RebuildReport>empty();
            });
            if (report.isPresent()) {
                return report.get();
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void requireKnown(String site) {
        if (sites.lock(site).isEmpty()) {
            throw Problem.notFound("There is no site " + site + ".");
        }
    }

    private static Problem running(String site) {
        return Problem.conflict("Rebuild Running", "The feeds of site " + site + " are being rebuilt already.");
    }

    private void awaitOwnConsumer(Map<TopicPartition, Long> lastRead, String group) throws InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (!positions.reach(group, lastRead)) {
            if (clock.instant().isAfter(deadline)) {
                throw Problem.unavailable("The service itself has not read that far yet.", PATIENCE);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** The site is held: its own records wait, so both stores can be brought to the same record. */
    private RebuildReport settle(String site, SiteTopics topics, String group, RebuildLock lock) {
        Map<TopicPartition, Long> consumed = positions.of(group);
        shadow.enter();
        topics.readUpTo(consumed, shadow::take);
        // Replacing the store with nothing would end a site that only the topics have lost.
        SiteState rebuilt = sites.lock(site).orElseThrow(() -> unheardOf(site));
        List<RebuiltFeed> feeds = comparison.of(rebuilt);
        ItemDocuments.Difference items = comparison.ofItems(rebuilt);
        shadow.leave();
        // Outside the transaction, which the lock's connection is no part of.
        if (!QuarkusTransaction.suspendingExisting().call(lock::isHeld)) {
            throw running(site);
        }
        shadow.replace(site);
        publisher.publishAnew(site);
        boolean identical = items.different().isEmpty() && feeds.stream().allMatch(RebuiltFeed::identical);
        return new RebuildReport(site, identical, topics.records(), feeds, items.documents(), items.different());
    }

    private static Problem unheardOf(String site) {
        return Problem.conflict(
                "Site Not On Topics", "The topics say nothing of site " + site + "; it stays as it is.");
    }
}
