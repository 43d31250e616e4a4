package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SitePartition;
import org.commitcast.contentevents.Topic;
import org.commitcast.eventtransport.TransportProfile;
import org.commitcast.notify.announcement.Announcements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnnouncementFlowTest implements NotifyFlow {
    @Inject
    DataSource dataSource;

    @Inject
    TransportProfile profile;

    @Inject
    Announcements announcements;

    @Test
    void announcesNewItemOnceHoweverOftenItIsTold() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Sharp chisels");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");
        ContentSnapshot marker = show.episode("After it");
        Topics.send(episode, show.retitled(episode, "Sharper chisels"), episode, marker);
        NotifyFlow.awaitStatus(marker, "SENT");

        assertThat(Admin.statusOf(episode.contentId())).isEqualTo("SENT");
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.announcementsOf(episode.contentId()))
                .extracting(AnnouncementState::status)
                .filteredOn(status -> status == Status.SENDING || status == Status.SENT)
                .containsExactly(Status.SENDING, Status.SENT));
    }

    @Test
    void neverAnnouncesHistory() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot old = show.baseline("The first episode");
        ContentSnapshot fresh = show.episode("The newest");

        Topics.send(show.defined(), old, show.retitled(old, "The first episode, mended"), fresh);
        NotifyFlow.awaitStatus(fresh, "SENT");

        assertThat(Admin.announcementsOf(old.contentId())).isEmpty();
    }

    @Test
    void channelThatComesLaterAnnouncesNothingOlderThanItself() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot before = show.episode("Before");
        Topics.send(show.defined(), before);
        NotifyFlow.awaitStatus(before, "SENT");

        NotifyFlow.create("later-" + show.incarnation, "{\"type\":\"log\",\"sites\":[\"" + show.site + "\"]}");
        ContentSnapshot after = show.episode("After");
        Topics.send(show.retitled(before, "Before, mended"), after);

        NotifyFlow.awaitStatus(after, "SENT,SENT");
        assertThat(Admin.statusOf(before.contentId())).isEqualTo("SENT");
    }

    @Test
    void callsOffWhatIsWithdrawnBeforeItWasSent() {
        SampleShow show = new SampleShow(true, false);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Too early");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "PENDING");

        Topics.send(show.withdrawn(episode));
        NotifyFlow.awaitStatus(episode, "CANCELLED");
        ContentSnapshot marker = show.episode("In time");
        Topics.send(marker, show.feedThrough(1, 100));

        NotifyFlow.awaitStatus(marker, "SENT");
        assertThat(Admin.statusOf(episode.contentId())).isEqualTo("CANCELLED");
    }

    @Test
    void callsOffWhatWaitsForASiteThatTheChannelNoLongerServes() {
        SampleShow show = SampleShow.ungated();
        SampleShow other = SampleShow.ungated();
        String channel = "narrowed-" + show.incarnation;
        String both = "{\"type\":\"log\",\"sites\":[\"" + show.site + "\",\"" + other.site + "\"],\"paused\":true}";
        NotifyFlow.create(channel, both);
        ContentSnapshot kept = show.episode("Still served");
        ContentSnapshot dropped = other.episode("Served no more");
        Topics.send(show.defined(), other.defined(), kept, dropped);
        NotifyFlow.awaitStatus(kept, "PENDING");
        NotifyFlow.awaitStatus(dropped, "PENDING");

        Admin.putChannel(channel, "{\"type\":\"log\",\"sites\":[\"" + show.site + "\"]}")
                .statusCode(200);

        NotifyFlow.awaitStatus(kept, "SENT");
        assertThat(Admin.statusOf(dropped.contentId())).isEqualTo("CANCELLED");
    }

    @Test
    void announcesForTheNextLifeOfASiteThoughTheClockWasSetBack() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        SampleShow next = show.nextLife();
        ContentSnapshot episode = next.episode("Registered again");

        Topics.send(show.defined(), show.removed(), next.definedAgain(), episode);

        NotifyFlow.awaitStatus(episode, "SENT");
    }

    @Test
    void sendsWhatIsBehindAnAnnouncementThatCannotBeWritten() {
        SampleShow show = SampleShow.ungated();
        String channel = NotifyFlow.logChannel(show);
        NotifyFlow.pause(channel, show, true);
        ContentSnapshot broken = show.episode("Broken");
        ContentSnapshot next = show.episode("Behind it");
        Topics.send(show.defined(), broken, next);
        NotifyFlow.awaitStatus(next, "PENDING");
        NotifyFlow.change(dataSource, "update item set snapshot = 'x' where content_id = ?", broken.contentId());

        NotifyFlow.pause(channel, show, false);

        NotifyFlow.awaitStatus(next, "SENT");
        assertThat(Admin.statusOf(broken.contentId())).isEqualTo("PENDING");
    }

    @Test
    void parksUnknownTypesAndGoesOn() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("After the riddle");
        String type = "org.commitcast.content.riddle." + show.incarnation;

        Topics.sendUnknown(Topic.CONTENT, SitePartition.of(show.site), type);
        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.deadLettersOf(Topic.CONTENT, type))
                .isEqualTo(1));
    }

    @Test
    void leavesInterruptedAttemptToAPersonWhereTheChannelCannotTell() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Interrupted");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        NotifyFlow.change(
                dataSource,
                "update announcement set status = 'SENDING', lease_until = now() where content_id = ?",
                episode.contentId());

        NotifyFlow.awaitStatus(episode, "UNKNOWN");
        post(episode, "cancel").statusCode(200);
        post(episode, "cancel").statusCode(409);
        assertThat(Admin.statusOf(episode.contentId())).isEqualTo("CANCELLED");
    }

    @Test
    void storeThatWasLostAnnouncesNothingAgain() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Said already");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.announcementsOf(episode.contentId()))
                .extracting(AnnouncementState::status)
                .endsWith(Status.SENT));

        NotifyFlow.change(dataSource, "delete from announcement where content_id = ?", episode.contentId());
        NotifyFlow.change(dataSource, "delete from item where content_id = ?", episode.contentId());
        QuarkusTransaction.requiringNew().run(() -> Topics.announcementsOf(episode.contentId())
                .forEach(state -> state.deliverTo(profile.restorer())));
        ContentSnapshot marker = show.episode("After it");
        Topics.send(episode, marker);

        NotifyFlow.awaitStatus(marker, "SENT");
        assertThat(Admin.statusOf(episode.contentId())).isEqualTo("SENT");
        assertThat(Topics.announcementsOf(episode.contentId()))
                .extracting(AnnouncementState::status)
                .containsOnlyOnce(Status.SENT);
    }

    @Test
    void revisionOfAnItemUndoesNoSettlementThatCameInBetween() {
        SampleShow show = new SampleShow(true, false);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Settled meanwhile");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "PENDING");

        CompletableFuture<Integer> settlement = QuarkusTransaction.requiringNew()
                .call(() -> {
                    announcements.consider(show.retitled(episode, "Settled in the meantime"));
                    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> NotifyFlow.change(
                            dataSource,
                            "update announcement set status = 'SENT', revision = revision + 1 where content_id = ?",
                            episode.contentId()));
                    NotifyFlow.awaitBlocked(dataSource, "announcement", other::isDone);
                    return other;
                });

        assertThat(settlement.join()).isEqualTo(1);
        assertThat(Admin.statusOf(episode.contentId())).isEqualTo("SENT");
    }

    @Test
    void announcesWhatWasWithdrawnBeforeItWasSentAndPutBack() {
        SampleShow show = new SampleShow(true, false);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Too early, then in time");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "PENDING");
        ContentSnapshot withdrawn = show.withdrawn(episode);
        Topics.send(withdrawn);
        NotifyFlow.awaitStatus(episode, "CANCELLED");

        Topics.send(show.putBack(withdrawn), show.feedThrough(1, 100));

        NotifyFlow.awaitStatus(episode, "SENT");
    }

    @Test
    void announcesNothingAgainThatWasSentWithdrawnAndPutBack() {
        SampleShow show = SampleShow.ungated();
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Out, gone, back");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        ContentSnapshot withdrawn = show.withdrawn(episode);
        ContentSnapshot marker = show.episode("After it");
        Topics.send(withdrawn, show.putBack(withdrawn), marker);
        NotifyFlow.awaitStatus(marker, "SENT");

        assertThat(Topics.announcementsOf(episode.contentId()))
                .extracting(AnnouncementState::status)
                .filteredOn(status -> status == Status.SENDING)
                .hasSize(1);
    }

    @Test
    void retryOfWhatWasCalledOffBeforeTheGateWaitsForTheGate() {
        SampleShow show = new SampleShow(true, false);
        String channel = NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Called off too soon");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "PENDING");
        post(episode, "cancel").statusCode(200);

        post(episode, "retry").statusCode(200).body("status", equalTo("PENDING"));

        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.announcementsOf(episode.contentId()))
                .extracting(announcement -> announcement.get("waitingFor"))
                .containsExactly("the feed podcast, which does not carry it yet"));
        Admin.call().delete("/api/v1/channels/" + channel).then().statusCode(204);
        post(episode, "retry").statusCode(409).body("detail", containsString("the channel was removed"));
    }

    @Test
    void announcesNothingThatAPersonCalledOffAlsoWhenItIsPutBack() {
        SampleShow show = new SampleShow(true, false);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Called off");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "PENDING");
        post(episode, "cancel").statusCode(200);

        ContentSnapshot withdrawn = show.withdrawn(episode);
        ContentSnapshot marker = show.episode("After it");
        Topics.send(withdrawn, show.putBack(withdrawn), marker, show.feedThrough(1, 100));
        NotifyFlow.awaitStatus(marker, "SENT");

        assertThat(Admin.statusOf(episode.contentId())).isEqualTo("CANCELLED");
    }

    private static ValidatableResponse post(ContentSnapshot item, String what) {
        Object id = Admin.announcementsOf(item.contentId()).get(0).get("id");
        return Admin.call().post("/api/v1/announcements/" + id + "/" + what).then();
    }
}
