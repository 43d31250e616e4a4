package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when an import is in the feed, whatever is read again later. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportInFeedTest {
    private static final Instant RENDERED = Instant.parse("2024-05-01T12:00:00Z");

    private TestRepository repository;
    private String begin;
    private String site;

    @BeforeEach
    void imports() throws Exception {
        repository = TestRepository.fresh();
        begin = repository
                .write("_config.yml", Samples.CONFIG)
                .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1))
                .commitAndPush("Begin");
        site = SiteCalls.register(SiteCalls.freshName(), repository);
        assertThat(SiteCalls.receipt(site, begin).getString("imported.inFeed")).isNull();
        Told.send(FollowedFeedsTest.feed(site, SiteCalls.get(site).getString("incarnation"), 1, 1, RENDERED));
        assertThat(inFeed()).isEqualTo(RENDERED.toString());
    }

    @AfterEach
    void closesItsRepository() {
        repository.close();
    }

    private String inFeed() {
        return SiteCalls.receipt(site, begin, "for=feed").getString("imported.inFeed.at");
    }

    private void definedAgainWhere(String stored) {
        Database.execute("update receipt set " + stored + " where site = '" + site + "'");
        SiteCalls.put(site, repository.url(), "").then().statusCode(200);
        String counted = "select count(*) from receipt where imported like '%\"items\":1,%' and site = '" + site + "'";
        await().atMost(Duration.ofSeconds(60)).until(() -> Database.count(counted) == 1);
    }

    @Test
    void staysInTheFeedWhereAllIsReadAgainAndNothingOfItChanged() {
        definedAgainWhere("imported = replace(imported, '\"items\":1', '\"items\":7')");

        assertThat(inFeed()).isEqualTo(RENDERED.toString());
    }

    @Test
    void isInTheFeedThatToldSoBeforeItsReceiptCounted() {
        definedAgainWhere("imported = null, import_sequence = null, in_feed_at = null");

        assertThat(inFeed()).isEqualTo(RENDERED.toString());
    }
}
