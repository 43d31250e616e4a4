package org.commitcast.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.submission.Submissions;
import org.commitcast.notify.submission.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People submit where we cannot post, and give the thread's address on a page. */
@QuarkusTest
class SubmissionFlowTest implements NotifyFlow {
    private static final String THREAD = "https://www.reddit.com/r/turning/comments/abc1/chisels/";

    private final SampleShow show = SampleShow.ungated().submitting(Map.of("reddit", "turning"));
    private final WebhookStandIn receiver = new WebhookStandIn();

    @Inject
    Submissions submissions;

    @Inject
    DataSource dataSource;

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void recordsTheThreadThatIsPastedOnThePage() {
        ContentSnapshot episode = known(show.episode("Chisels & gouges"));
        String page = page(episode, "reddit");

        given().get(page)
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("Chisels &amp; gouges"))
                .body(containsString("https://www.reddit.com/r/turning/submit?url="));
        paste(page, THREAD + "?utm_source=share")
                .statusCode(200)
                .body(containsString("could not be asked"))
                .body(containsString("is the discussion of"));

        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .singleElement()
                .satisfies(state -> assertThat(state.threads())
                        .extracting(DiscussionThread::url, DiscussionThread::origin)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(THREAD, Origin.GIVEN))));
    }

    @Test
    void isUsedOnceAlsoByTwoAtATime() {
        ContentSnapshot episode = known(show.episode("Once"));
        String page = page(episode, "reddit");

        List<Integer> answers = Stream.of("1", "2", "3", "4")
                .map(end -> CompletableFuture.supplyAsync(() -> paste(page, THREAD.replace("abc1", "abc" + end))
                        .extract()
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 410, 410, 410);
        given().get(page).then().statusCode(410).body(not(containsString("Once")));
        Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions")
                .then()
                .body("discussions[0].threads.size()", equalTo(1));
    }

    @Test
    void takesNothingButAThreadOnItsPlatformAndNotForEver() {
        ContentSnapshot episode = known(show.episode("Tried"));
        String page = page(episode, "reddit");

        for (String wrong : List.of("https://news.ycombinator.com/item?id=1", "", "javascript:alert(1)")) {
            paste(page, wrong)
                    .statusCode(422)
                    .body(containsString("not the address of a thread"))
                    .body(not(containsString("<script")));
        }
        for (int attempt = 4; attempt <= 20; attempt++) {
            paste(page, "nonsense").statusCode(422);
        }
        paste(page, THREAD).statusCode(429);
        given().contentType("application/json").body("{}").post(page).then().statusCode(415);
    }

    @Test
    void saysNothingWhereTheAddressIsWrongOrItsTimeIsOver() {
        ContentSnapshot episode = known(show.episode("Secret title"));
        String page = page(episode, "reddit");
        char last = page.charAt(page.length() - 1);
        String forged = page.substring(0, page.length() - 1) + (last == 'A' ? 'B' : 'A');
        String old = oldPage(episode);

        given().get(forged).then().statusCode(404).body(not(containsString("Secret title")));
        paste(forged, THREAD).statusCode(404);
        given().get(old).then().statusCode(410).body(not(containsString("Secret title")));
        paste(old, THREAD).statusCode(410);
        given().get("/discussions/submit/" + "A".repeat(80)).then().statusCode(404);

        Topics.send(show.withdrawn(episode));
        await().atMost(SOON).untilAsserted(() -> given().get(page).then().statusCode(410));
        paste(page, THREAD).statusCode(410).body(not(containsString("Secret title")));
    }

    @Test
    void preparesASubmissionForWhoMayOnly() {
        ContentSnapshot episode = known(show.episode("Prepared"));

        prepare(episode, "hackernews")
                .statusCode(201)
                .body("submitUrl", startsWith("https://news.ycombinator.com/submitlink?u="))
                .body("page", startsWith("https://commitcast.example/discussions/submit/"));
        prepare(episode, "lemmy").statusCode(400).body("field", equalTo("platform"));
        prepare(episode, "digg").statusCode(400);
        given().contentType("application/json")
                .body(Map.of("site", show.site, "item", episode.contentId(), "platform", "reddit"))
                .post("/api/v1/discussions/submissions")
                .then()
                .statusCode(401);
    }

    @Test
    void maintainersAreAskedOnceForWhatIsNewAndNobodyElseIs() {
        String open = NotifyFlow.logChannel(show);
        String channel = maintainers();
        ContentSnapshot history = show.baseline("History");
        ContentSnapshot episode = show.episode("Fresh");

        Topics.send(show.defined(), history, episode, show.retitled(episode, "Fresh!"), episode);

        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.statusOf(episode.contentId()))
                .isEqualTo("SENT,SENT"));
        assertThat(Admin.announcementsOf(episode.contentId()))
                .extracting(row -> row.get("channel") + " " + row.get("kind"))
                .containsExactlyInAnyOrder(open + " new", channel + " submit");
        assertThat(Admin.announcementsOf(history.contentId())).isEmpty();
        assertThat(receiver.bodies()).singleElement().satisfies(body -> {
            JsonPath json = JsonPath.from(body);
            assertThat(json.getString("type")).isEqualTo("item.submit");
            assertThat(json.getString("data.submissions[0].submit"))
                    .startsWith("https://www.reddit.com/r/turning/submit?url=");
            paste(json.getString("data.submissions[0].page").replaceFirst("https://[^/]*", ""), THREAD)
                    .statusCode(200);
        });
        // Whoever may see the ledger or read the topic cannot use the page.
        assertThat(Admin.announcementsOf(episode.contentId()).toString()).doesNotContain("/discussions/submit/");
        assertThat(Topics.announcementsOf(episode.contentId()).toString()).doesNotContain("/discussions/submit/");
    }

    @Test
    void maintainersAreNotAskedWhereItIsDiscussedAlready() {
        maintainers();
        ContentSnapshot episode = show.linked(show.episode("Linked"), Map.of("reddit", THREAD));

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "CANCELLED");
        assertThat(receiver.bodies()).isEmpty();
    }

    @Test
    void maintainersGetTheSameAgainWhenTheAnswerWasLost() {
        maintainers();
        receiver.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Twice on the wire");

        Topics.send(show.defined(), episode);
        NotifyFlow.endPause(dataSource, episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(receiver.bodies()).hasSize(2).containsOnly(receiver.bodies().get(0));
    }

    @Test
    void channelStaysForWhomItIs() {
        String channel = maintainers();
        String announcing = NotifyFlow.logChannel(show);

        Admin.putChannel(
                        channel,
                        """
                        {"type":"webhook","sites":["%s"],"url":"%s/hook","secret":"%s"}"""
                                .formatted(show.site, receiver.url(), WebhookStandIn.SECRET))
                .statusCode(409);
        Admin.putChannel(
                        announcing,
                        """
                        {"type":"log","sites":["%s"],"maintainers":true}"""
                                .formatted(show.site))
                .statusCode(409);
        Admin.call().get("/api/v1/channels/" + channel).then().body("maintainers", equalTo(true));
        Admin.putChannel(
                        "loud-" + show.incarnation,
                        """
                        {"type":"mastodon","sites":["%s"],"url":"https://social.example","token":"t","maintainers":true}"""
                                .formatted(show.site))
                .statusCode(400)
                .body("errors.field", contains("maintainers"));
    }

    /** What was given out a day longer ago than pages can be used. */
    private String oldPage(ContentSnapshot item) {
        Wanted wanted = QuarkusTransaction.requiringNew()
                .call(() -> submissions.wanted(item, show.defined().definition()))
                .get(0);
        Instant longAgo = Instant.now().minus(Duration.ofDays(15));
        String page = submissions.prepared(wanted, item, "n", longAgo).page();
        return String.valueOf(page).replaceFirst("https://[^/]*", "");
    }

    private String maintainers() {
        String channel = "private-" + show.incarnation;
        NotifyFlow.create(
                channel,
                """
                {"type":"webhook","sites":["%s"],"url":"%s/hook","secret":"%s","maintainers":true}"""
                        .formatted(show.site, receiver.url(), WebhookStandIn.SECRET));
        return channel;
    }

    private ContentSnapshot known(ContentSnapshot item) {
        Topics.send(show.defined(), item);
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/discussions/" + show.site + "/" + item.contentId() + ".json")
                        .then()
                        .statusCode(200));
        return item;
    }

    private String page(ContentSnapshot item, String platform) {
        String page = prepare(item, platform).statusCode(201).extract().path("page");
        return page.replaceFirst("https://[^/]*", "");
    }

    private ValidatableResponse prepare(ContentSnapshot item, String platform) {
        return Admin.call()
                .body(Map.of("site", show.site, "item", item.contentId(), "platform", platform))
                .post("/api/v1/discussions/submissions")
                .then();
    }

    private static ValidatableResponse paste(String page, String thread) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("url", thread)
                .post(page)
                .then();
    }
}
