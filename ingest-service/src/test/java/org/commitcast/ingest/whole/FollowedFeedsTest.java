package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Kind;
import org.junit.jupiter.api.Test;

/** How far a commit's items have come, as the other services tell it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FollowedFeedsTest {
    private static final Instant RENDERED = Instant.parse("2024-05-01T12:00:00Z");

    static FeedState feed(String site, String incarnation, long revision, long through, Instant at) {
        return new FeedState(
                site,
                incarnation,
                "podcast",
                revision,
                "http://feed.example/feeds/" + site + "/podcast.rss",
                "http://feed.example/feeds/" + site + "/podcast.rss",
                "\"etag\"",
                through,
                1,
                List.of(Kind.EPISODE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                at,
                List.of());
    }

    @Test
    void marksItemOnceItsFeedIsThroughItsSequence() throws Exception {
        try (TestRepository repository = TestRepository.fresh()) {
            repository.write("_config.yml", Samples.CONFIG).commitAndPush("Begin");
            String site = SiteCalls.register(SiteCalls.freshName(), repository);
            String incarnation = SiteCalls.get(site).getString("incarnation");
            String commit = repository
                    .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1))
                    .commitAndPush("Episode");
            SiteCalls.pushed(site, commit);
            SiteCalls.receipt(site, commit);

            Told.send(feed(site, "another-life", 9, 99, RENDERED.minusSeconds(60)));
            Told.sendAsType(
                    feed(site, incarnation, 8, 99, RENDERED.minusSeconds(60)), "org.commitcast.feed.imagined.v9");
            Told.send(feed(site, incarnation, 1, 1, RENDERED));
            Told.send(feed(site, incarnation, 1, 1, RENDERED));
            Told.send(feed(site, incarnation, 2, 1, RENDERED.plusSeconds(60)));

            var receipt = SiteCalls.receipt(site, commit, "for=feed");
            assertThat(receipt.getString("items[0].stages.inFeed.at")).isEqualTo("2024-05-01T12:00:00Z");
            assertThat(receipt.getList("items[0].stages.inFeed.feeds")).hasSize(1);
        }
    }
}
