package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GateFlowTest implements NotifyFlow {
    private final Pages pages = new Pages();

    @Inject
    DataSource dataSource;

    @Inject
    Items items;

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void waitsForTheFeedAndThenForThePage() {
        SampleShow show = new SampleShow(true, true);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Gated", pages.url() + "/gated/");

        Topics.send(show.defined(), episode);
        awaitWaitingFor(episode, "the feed podcast, which does not carry it yet");
        Topics.send(show.feedThrough(1, episode.sequence()));
        awaitWaitingFor(episode, "the page " + episode.url() + " (which answered 404)");
        pages.live = true;
        NotifyFlow.change(
                dataSource, "update item set next_page_check_at = now() where content_id = ?", episode.contentId());

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(Admin.announcementsOf(episode.contentId()).get(0)).containsKey("pageLiveAt");
    }

    @Test
    void waitsForTheNewPageOfWhatMovesBeforeItIsSent() {
        SampleShow show = new SampleShow(false, true);
        String channel = NotifyFlow.logChannel(show);
        NotifyFlow.pause(channel, show, true);
        pages.live = true;
        ContentSnapshot episode = show.episode("About to move", pages.url() + "/here/");
        Topics.send(show.defined(), episode);
        awaitWaitingFor(episode, "the channel, which is paused");
        pages.live = false;
        ContentSnapshot moved = show.moved(episode, pages.url() + "/there/");
        Topics.send(moved);
        await().atMost(SOON).until(() -> QuarkusTransaction.requiringNew()
                .call(() -> items.findById(episode.contentId()).url().equals(moved.url())));

        NotifyFlow.pause(channel, show, false);

        awaitWaitingFor(moved, "the page " + moved.url() + " (which answered 404)");
    }

    @Test
    void lookAtAPageUndoesNoRevisionThatCameInBetween() {
        SampleShow show = new SampleShow(false, true);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Before the look", pages.url() + "/looked-at/");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = pages.nextHangs(asked);
        Topics.send(show.defined(), episode);
        await().atMost(SOON).until(() -> asked.getCount() == 0);

        QuarkusTransaction.requiringNew().run(() -> {
            items.take(show.retitled(episode, "During the look"));
            items.flush();
            // A look that was held back for too long is made again.
            pages.live = true;
            over.countDown();
            NotifyFlow.awaitBlocked(dataSource, " item ", () -> false);
        });

        NotifyFlow.awaitStatus(episode, "SENT");
        ItemRow item = QuarkusTransaction.requiringNew().call(() -> items.findById(episode.contentId()));
        assertThat(item.snapshot().title()).isEqualTo("During the look");
        assertThat(item.pageLiveAt()).isNotNull();
    }

    @Test
    void revisionOfAnItemUndoesNoLookThatCameInBetween() {
        SampleShow show = new SampleShow(true, true);
        NotifyFlow.logChannel(show);
        ContentSnapshot episode = show.episode("Looked at meanwhile", pages.url() + "/meanwhile/");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "PENDING");

        CompletableFuture<Integer> look = QuarkusTransaction.requiringNew().call(() -> {
            items.take(show.retitled(episode, "Revised meanwhile"));
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> NotifyFlow.change(
                    dataSource, "update item set page_live_at = now() where content_id = ?", episode.contentId()));
            NotifyFlow.awaitBlocked(dataSource, " item ", other::isDone);
            return other;
        });

        assertThat(look.join()).isEqualTo(1);
        ItemRow item = QuarkusTransaction.requiringNew().call(() -> items.findById(episode.contentId()));
        assertThat(item.pageLiveAt()).isNotNull();
    }

    private static void awaitWaitingFor(ContentSnapshot item, String what) {
        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.announcementsOf(item.contentId()))
                .extracting(announcement -> announcement.get("waitingFor"))
                .containsExactly(what));
    }

    static final class Pages extends StandIn {
        volatile boolean live;

        /** The next look is held back until the latch is counted down, and finds the page. */
        CountDownLatch nextHangs(CountDownLatch asked) {
            CountDownLatch over = new CountDownLatch(1);
            next(exchange -> {
                asked.countDown();
                await().atMost(SOON).until(() -> over.getCount() == 0);
                answer(exchange, 200, "page");
            });
            return over;
        }

        @Override
        void usual(HttpExchange exchange) throws IOException {
            answer(exchange, live ? 200 : 404, "page");
        }
    }
}
