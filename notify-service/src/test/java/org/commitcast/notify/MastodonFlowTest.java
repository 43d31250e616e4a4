package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MastodonFlowTest implements NotifyFlow {
    private final MastodonStandIn mastodon = new MastodonStandIn();
    private final SampleShow show = SampleShow.ungated();

    @Inject
    DataSource dataSource;

    @AfterEach
    void stop() {
        mastodon.close();
    }

    @Test
    void postsOnceAndKeepsTheAddress() {
        String channel = NotifyFlow.mastodonChannel(show, mastodon);
        ContentSnapshot episode = show.episode("Ask @everyone");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(mastodon.posts())
                .containsExactly(
                        "New episode of Lathe Talk: Ask @\u200beveryone\n\nAnn shows how she keeps an edge.\n\n"
                                + episode.url() + "\n\n#WoodTurning");
        assertThat(Admin.announcementsOf(episode.contentId()).get(0))
                .containsEntry("url", "https://social.example/@lathe/1000");
        Admin.call().post("/api/v1/channels/" + channel + "/test").then().body("ok", equalTo(true));
    }

    @Test
    void postIsAThreadOfItsItemFromThenOn() {
        NotifyFlow.mastodonChannel(show, mastodon);
        ContentSnapshot episode = show.episode("Answered there");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        threads(episode)
                .body("discussions[0].threads.url", contains("https://social.example/@lathe/1000"))
                .body("discussions[0].threads.platform", contains("mastodon"))
                .body("discussions[0].threads.origin", contains("announcement"))
                .body("discussions[0].threads.primary", contains(true));
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .hasSize(1));
    }

    @Test
    void postThatNotEverybodyMayReadIsNoThread() {
        String channel = NotifyFlow.mastodonChannel(show, mastodon);
        Admin.putChannel(
                        channel,
                        """
                        {"type":"mastodon","sites":["%s"],"url":"%s","token":"%s","visibility":"private"}"""
                                .formatted(show.site, mastodon.url(), MastodonStandIn.TOKEN))
                .statusCode(200);
        ContentSnapshot episode = show.episode("For followers");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        threads(episode).body("discussions", empty());
    }

    @Test
    void shortensWhatIsTooLong() {
        NotifyFlow.mastodonChannel(show, mastodon);
        ContentSnapshot episode = show.episode("A very long title ".repeat(60).strip());

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).singleElement().asString().contains("…").endsWith(episode.url());
    }

    @Test
    void waitsAsLongAsItIsAskedToUnlessAPersonRetries() {
        NotifyFlow.mastodonChannel(show, mastodon);
        Instant then = Instant.now().plusSeconds(600);
        mastodon.nextStatus(429, "X-RateLimit-Reset", then.toString());
        ContentSnapshot episode = show.episode("Busy");
        Topics.send(show.defined(), episode);
        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.announcementsOf(episode.contentId()))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.get("nextAttemptAt"))
                        .isNotNull()
                        .asString()
                        .isGreaterThan(then.minusSeconds(5).toString())));

        retry(episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).hasSize(1);
    }

    @Test
    void saysWhatTheItemIsCalledNowWhereNothingCanHaveArrived() {
        NotifyFlow.mastodonChannel(show, mastodon);
        mastodon.nextStatus(429);
        ContentSnapshot episode = show.episode("Misspelt");
        Topics.send(show.defined(), episode);
        NotifyFlow.planAttempt(dataSource, episode, "1 hour");

        Topics.send(show.retitled(episode, "Spelt right"));
        awaitSecondRevision(episode);
        NotifyFlow.endPause(dataSource, episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).singleElement().asString().contains("Spelt right");
    }

    @Test
    void repeatsUnderTheSameKeyWhenTheAnswerWasLost() {
        NotifyFlow.mastodonChannel(show, mastodon);
        mastodon.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Lost answer");

        Topics.send(show.defined(), episode);
        NotifyFlow.endPause(dataSource, episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).hasSize(1);
    }

    @Test
    void looksUpItsOwnTimelineOnceTheKeyMayBeForgotten() {
        NotifyFlow.mastodonChannel(show, mastodon);
        mastodon.nextLosesItsAnswer();
        ContentSnapshot episode =
                show.episode("Found again", "https://lathe.example/it's-" + show.incarnation + "/?a=1&b=2");
        Topics.send(show.defined(), episode);
        await().atMost(SOON).until(() -> mastodon.posts().size() == 1);

        passHalfAnHour(episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).hasSize(1);
        assertThat(Admin.announcementsOf(episode.contentId()).get(0)).containsEntry("remoteId", "1000");
    }

    @Test
    void postsWhatTheTimelineDoesNotShow() {
        NotifyFlow.mastodonChannel(show, mastodon);
        mastodon.nextIsLost();
        ContentSnapshot episode = show.episode("Never arrived");
        Topics.send(show.defined(), episode);

        passHalfAnHour(episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).hasSize(1);
    }

    @Test
    void leavesItToAPersonRatherThanPostAgainWhatItCannotRecognise() {
        NotifyFlow.mastodonChannel(show, mastodon);
        mastodon.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Moved meanwhile");
        Topics.send(show.defined(), episode);
        await().atMost(SOON).until(() -> mastodon.posts().size() == 1);
        NotifyFlow.planAttempt(dataSource, episode, "1 hour");

        Topics.send(show.moved(episode, "https://lathe.example/elsewhere-" + show.incarnation + "/"));
        awaitSecondRevision(episode);
        passHalfAnHour(episode);

        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.announcementsOf(episode.contentId()))
                .singleElement()
                .satisfies(announcement -> assertThat(announcement)
                        .containsEntry("error", "the text does not hold the item's address, by which it would be found")
                        .containsEntry("status", "PENDING")));
        assertThat(mastodon.posts()).hasSize(1);
    }

    @Test
    void refusesTemplateWithoutTheAddressByWhichItIsFoundAgain() {
        Admin.putChannel(
                        "mastodon-without-link",
                        """
                        {"type":"mastodon","sites":["nowhere"],"url":"%s","token":"%s",
                         "templates":{"new":{"episode":"{title} {url}","post":"{title}"}}}"""
                                .formatted(mastodon.url(), MastodonStandIn.TOKEN))
                .statusCode(400)
                .body("errors.field", contains("templates.new.post"));
    }

    @Test
    void givesUpWhatIsRejectedUntilAPersonRetries() {
        NotifyFlow.mastodonChannel(show, mastodon);
        mastodon.nextStatus(422);
        ContentSnapshot episode = show.episode("Rejected");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "FAILED");

        retry(episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(mastodon.posts()).hasSize(1);
    }

    @Test
    void slowChannelDelaysNoOther() {
        NotifyFlow.mastodonChannel(show, mastodon);
        CountDownLatch over = mastodon.nextHangs();
        SampleShow other = SampleShow.ungated();
        NotifyFlow.logChannel(other);
        ContentSnapshot slow = show.episode("Slow");
        ContentSnapshot quick = other.episode("Quick");

        Topics.send(show.defined(), slow, other.defined(), quick);

        NotifyFlow.awaitStatus(quick, "SENT");
        NotifyFlow.awaitStatus(slow, "SENDING");
        over.countDown();
    }

    @Test
    void attemptThatLostItsLeaseSettlesNothing() {
        NotifyFlow.mastodonChannel(show, mastodon);
        CountDownLatch over = mastodon.nextHangs();
        ContentSnapshot episode = show.episode("Frozen");
        Topics.send(show.defined(), episode);
        await().atMost(SOON).until(() -> mastodon.posts().size() == 1);

        NotifyFlow.change(
                dataSource, "update announcement set lease_until = now() where content_id = ?", episode.contentId());
        NotifyFlow.awaitStatus(episode, "PENDING");
        NotifyFlow.endPause(dataSource, episode);
        over.countDown();

        NotifyFlow.awaitStatus(episode, "SENT");
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.announcementsOf(episode.contentId()))
                .extracting(AnnouncementState::status)
                .endsWith(Status.SENDING, Status.PENDING, Status.SENDING, Status.SENT));
        assertThat(mastodon.posts()).hasSize(1);
    }

    private static ValidatableResponse threads(ContentSnapshot episode) {
        return Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions")
                .then()
                .statusCode(200);
    }

    private static void retry(ContentSnapshot episode) {
        Object id = Admin.announcementsOf(episode.contentId()).get(0).get("id");
        Admin.call().post("/api/v1/announcements/" + id + "/retry").then().statusCode(200);
    }

    private void awaitSecondRevision(ContentSnapshot episode) {
        await().atMost(SOON)
                .until(() -> NotifyFlow.change(
                                dataSource,
                                "update item set page_checks = 0 where revision = 2 and content_id = ?",
                                episode.contentId())
                        == 1);
    }

    /** The attempt whose answer was lost was the first, 31 minutes ago, and the platform has forgotten its key. */
    private void passHalfAnHour(ContentSnapshot episode) {
        mastodon.forgetKeys();
        await().atMost(SOON)
                .until(() -> NotifyFlow.change(
                                dataSource,
                                "update announcement set first_sending_at = now() - interval '31 minutes',"
                                        + " next_attempt_at = now() where doubtful and status = 'PENDING' and content_id = ?",
                                episode.contentId())
                        == 1);
    }
}
