package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.DiscussionState;
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

    /** As it was with the settings that the site has now. */
    private FeedState live(FeedState state, String summary, String difference, boolean problem) {
        String known = " from site where name = '" + site + "'";
        await().atMost(Duration.ofSeconds(90))
                .until(() -> Database.count("select count(*)" + known + " and processed_said = said_revision") == 1);
        return live(state, summary, difference, problem, Database.count("select revision" + known));
    }

    private static FeedState live(FeedState state, String summary, String difference, boolean problem, long settings) {
        return new FeedState(
                state.site(),
                state.incarnation(),
                state.feed(),
                state.revision(),
                state.url(),
                state.publicUrl(),
                null,
                state.through(),
                state.items(),
                state.kinds(),
                state.added(),
                state.changed(),
                state.removed(),
                state.failed(),
                state.occurredAt(),
                state.differences(),
                new FeedState.Live("https://garden.example/podcast.rss", summary, difference, problem, settings));
    }

    private static String feeds(String more) {
        return ", \"feeds\": {\"podcast\": {\"publicUrl\": \"https://garden.example/podcast.rss\"" + more + "}}";
    }

    @Test
    void takesAFeedOverOnlyWhereItsDifferenceIsNoneOrAccepted() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            anEpisode(feeds(", \"external\": true"));

            refused(feeds(""), "It was not compared with the feed that readers have yet.");

            Told.send(live(feed(site, incarnation, 1, 0, RENDERED), "1 of 1 guids equal", null, false));
            refused(feeds(""), "What was published last is not compared yet");
            Told.send(live(feed(site, incarnation, 2, 9, RENDERED), "It cannot be read: it answered 404.", null, true));
            refused(feeds(""), "it answered 404");
            Told.send(
                    live(feed(site, incarnation, 3, 9, RENDERED), "1 of 1 guids equal, 1 title differs", "d1f", false));
            refused(feeds(""), "1 title differs")
                    .body("difference", equalTo("d1f"))
                    .body("summary", equalTo("1 of 1 guids equal, 1 title differs"))
                    .body("see", equalTo("http://feed.example/api/v1/feeds/" + site + "/podcast/difference"));
            refused(feeds(", \"accept\": \"another\""), "1 title differs");
            refused(feeds(", \"accept\": \"d1f\", \"limit\": 5"), "Other settings change");
            refused(", \"title\": \"New\"" + feeds(", \"accept\": \"d1f\""), "Other settings change");

            SiteCalls.put(site, repository.url(), ", \"title\": \"New\"" + feeds(", \"external\": true"))
                    .then()
                    .statusCode(200);
            refused(", \"title\": \"New\"" + feeds(", \"accept\": \"d1f\""), "settings that were said last");
            SiteCalls.put(site, repository.url(), feeds(", \"external\": true"))
                    .then()
                    .statusCode(200);
            refused(feeds(", \"closed\": true, \"accept\": \"d1f\""), "settings that were said last");
            Told.send(
                    live(feed(site, incarnation, 4, 9, RENDERED), "1 of 1 guids equal, 1 title differs", "d1f", false));

            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> SiteCalls.put(site, repository.url(), feeds(", \"accept\": \"d1f\""))
                            .then()
                            .statusCode(200));

            // And back, and over again where nothing differs.
            SiteCalls.put(site, repository.url(), feeds(", \"external\": true"))
                    .then()
                    .statusCode(200);
            Told.send(
                    live(feed(site, incarnation, 5, 9, RENDERED), "1 of 1 guids equal, nothing differs", null, false));
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> SiteCalls.put(site, repository.url(), feeds(""))
                    .then()
                    .statusCode(200));
            var feed = SiteCalls.get(site).getMap("definition.feeds.value[0]");
            assertThat(feed).doesNotContainKey("accept");
        }
    }

    private ValidatableResponse refused(String definition, String why) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> SiteCalls.put(site, repository.url(), definition)
                .then()
                .statusCode(409)
                .body("detail", containsString(why)));
        return SiteCalls.put(site, repository.url(), definition).then().statusCode(409);
    }

    private TestRepository repository;
    private String site;
    private String incarnation;

    private String anEpisode(String more) throws Exception {
        repository.write("_config.yml", Samples.CONFIG).commitAndPush("Begin");
        site = SiteCalls.freshName();
        // Nothing is registered before the service has read its own topics.
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> SiteCalls.put(site, repository.url(), more).then().statusCode(201));
        SiteCalls.awaitStatus(site, "ready");
        incarnation = SiteCalls.get(site).getString("incarnation");
        return pushed(repository.write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1)));
    }

    private String pushed(TestRepository changed) throws Exception {
        String commit = changed.commitAndPush("Push");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
        return commit;
    }

    private void announced(String item, long revision, Instant at) throws Exception {
        Told.send(new AnnouncementState(
                site,
                incarnation,
                item,
                "town-square",
                "mastodon",
                "new",
                revision,
                AnnouncementState.Status.SENT,
                1,
                1,
                "key",
                at.minusSeconds(1),
                null,
                "The gate",
                "1",
                "https://social.example/@garden/1",
                null,
                at,
                at));
    }

    private void discussed(String item, Instant at) throws Exception {
        Told.send(new DiscussionState(
                site,
                incarnation,
                item,
                1,
                List.of(new DiscussionState.DiscussionThread(
                        "reddit",
                        "https://reddit.example/r/night/1",
                        true,
                        DiscussionState.Origin.GIVEN,
                        null,
                        null,
                        null,
                        at)),
                at));
    }

    @Test
    void followsAnItemThatWasHeldIntoTheFeed() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            anEpisode("");
            String held = pushed(repository.write("_episodes/2024-03-02-moths.md", "---\ntitle: [\n---\n"));
            pushed(repository.write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 2)));

            Told.send(feed(site, incarnation, 1, 2, RENDERED));

            var receipt = SiteCalls.receipt(site, held, "for=feed");
            assertThat(receipt.getString("items[0].outcome")).isEqualTo("published");
            assertThat(receipt.getString("items[0].stages.inFeed.at")).isEqualTo("2024-05-01T12:00:00Z");
        }
    }

    @Test
    void tellsWhenAndWhereItWasLiveAnnouncedAndDiscussed() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            String commit = anEpisode("");
            String item = SiteCalls.receipt(site, commit).getString("items[0].item");
            Instant at = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
            announced(item, 1, at);
            discussed(item, at.plusSeconds(60));

            var live = SiteCalls.receipt(site, commit, "for=live");
            var announced = SiteCalls.receipt(site, commit, "for=announced");
            var discussed = SiteCalls.receipt(site, commit, "for=discussed");

            assertThat(live.getString("items[0].stages.live.at"))
                    .isEqualTo(at.minusSeconds(1).toString());
            assertThat(announced.getMap("items[0].stages.announced[0]"))
                    .containsEntry("channel", "town-square")
                    .containsEntry("status", "SENT")
                    .containsEntry("at", at.toString())
                    .containsEntry("url", "https://social.example/@garden/1")
                    .doesNotContainKey("earlier");
            assertThat(discussed.getMap("items[0].stages.discussed[0]"))
                    .containsEntry("platform", "reddit")
                    .containsEntry("url", "https://reddit.example/r/night/1")
                    .containsEntry("at", at.plusSeconds(60).toString())
                    .doesNotContainKey("earlier");
        }
    }

    @Test
    void tellsACorrectionOfWhatWasSaidBeforeItAsEarlier() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            String first = anEpisode("");
            String item = SiteCalls.receipt(site, first).getString("items[0].item");
            announced(item, 1, RENDERED);
            discussed(item, RENDERED);
            SiteCalls.receipt(site, first, "for=announced");
            SiteCalls.receipt(site, first, "for=discussed");
            String correction =
                    pushed(repository.write("_episodes/2024-03-01-gate.md", Samples.episode("The green gate", 1)));
            // Nothing more is to come: corrections are announced nowhere, and nobody looks at their pages.
            SiteCalls.admin()
                    .get("/api/v1/sites/" + site + "/commits/" + correction + "?wait=60s&for=live")
                    .then()
                    .time(lessThan(50_000L));
            var receipt = SiteCalls.receipt(site, correction, "for=announced");

            assertThat(receipt.getString("items[0].outcome")).isEqualTo("revised");
            assertThat(receipt.getString("items[0].stages.live")).isNull();
            assertThat(receipt.getBoolean("items[0].stages.announced[0].earlier"))
                    .isTrue();
            assertThat(receipt.getBoolean("items[0].stages.discussed[0].earlier"))
                    .isTrue();
        }
    }

    @Test
    void keepsNobodyWaitingForPagesThatNobodyLooksAt() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            String commit = anEpisode(", \"gate\": \"feed\"");

            var receipt = SiteCalls.admin()
                    .get("/api/v1/sites/" + site + "/commits/" + commit + "?wait=60s&for=live")
                    .then()
                    .statusCode(200)
                    .time(lessThan(50_000L))
                    .extract()
                    .jsonPath();

            assertThat(receipt.getBoolean("looksAtPages")).isFalse();
        }
    }

    @Test
    void saysWhatIsDifferentInTheFeed() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            String first = anEpisode("");
            String item = SiteCalls.receipt(site, first).getString("items[0].item");
            Told.send(feed(site, incarnation, 1, 1, RENDERED));
            String correction =
                    pushed(repository.write("_episodes/2024-03-01-gate.md", Samples.episode("The green gate", 1)));

            Told.send(changed(2, item, List.of(), List.of("content", "enclosure", "title")));

            var receipt = SiteCalls.receipt(site, correction, "for=feed");
            assertThat(receipt.getList("items[0].stages.inFeed.changed"))
                    .containsExactly("content", "enclosure", "title");
            assertThat(SiteCalls.receipt(site, first, "for=feed").getList("items[0].stages.inFeed.changed"))
                    .isNull();
            assertThat(page(receipt)).contains("other than before: content, enclosure, title");
        }
    }

    @Test
    void saysWhyFeedsLeaveAnItemOut() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            String commit = anEpisode("");
            String item = SiteCalls.receipt(site, commit).getString("items[0].item");

            Told.send(changed(1, item, List.of(new FeedState.Failure(item, "has no <guid>")), List.of()));

            var receipt = SiteCalls.receipt(site, commit, "for=feed");
            assertThat(receipt.getString("items[0].stages.leftOut.error")).isEqualTo("has no <guid>");
            assertThat(receipt.getString("items[0].stages.inFeed")).isNull();
            assertThat(page(receipt)).contains("left out of the feed: has no &lt;guid&gt;");
        }
    }

    @Test
    void waitsForWhatAFeedLacksThatSomebodyElseMakes() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            String commit = anEpisode(feeds(", \"external\": true"));
            String item = SiteCalls.receipt(site, commit).getString("items[0].item");

            var lacking = List.of(new FeedState.Failure(item, "it is not there yet"));
            Told.send(live(changed(1, item, lacking, List.of()), "0 of 1 guids equal", "d1f", false));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Database.count(
                                    "select count(*) from followed where topic = 'FEEDS' and site = '" + site + "'")
                            == 1);
            var waiting = SiteCalls.receipt(site, commit);
            assertThat(waiting.getString("items[0].stages.leftOut")).isNull();
            assertThat(waiting.getString("items[0].stages.inFeed")).isNull();

            Told.send(live(changed(2, item, List.of(), List.of()), "1 of 1 guids equal", null, false));
            assertThat(SiteCalls.receipt(site, commit, "for=feed").getList("items[0].stages.inFeed.feeds"))
                    .isEqualTo(List.of("https://garden.example/podcast.rss"));
        }
    }

    private static String page(JsonPath receipt) {
        return given().get(receipt.getString("page").substring("http://ingest.example".length()))
                .asString();
    }

    private FeedState changed(long through, String item, List<FeedState.Failure> failed, List<String> fields) {
        FeedState same = feed(site, incarnation, through, through, RENDERED);
        return new FeedState(
                same.site(),
                same.incarnation(),
                same.feed(),
                same.revision(),
                same.url(),
                same.publicUrl(),
                same.etag(),
                same.through(),
                same.items(),
                same.kinds(),
                List.of(),
                List.of(item),
                List.of(),
                failed,
                same.occurredAt(),
                List.of(new FeedState.Difference(item, fields)));
    }

    @Test
    void saysThatARemovedEpisodeIsOutOfTheFeed() throws Exception {
        try (TestRepository fresh = TestRepository.fresh()) {
            repository = fresh;
            anEpisode("");
            String removal = pushed(repository.delete("_episodes/2024-03-01-gate.md"));
            Told.send(feed(site, incarnation, 1, 2, RENDERED));

            String page = SiteCalls.receipt(site, removal, "for=feed").getString("page");

            assertThat(given().get(page.substring("http://ingest.example".length()))
                            .asString())
                    .contains("out of the feed 2024-05-01 12:00:00 UTC")
                    .doesNotContain("in the feed");
        }
    }
}
