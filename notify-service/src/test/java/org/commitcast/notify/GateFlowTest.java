package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GateFlowTest implements NotifyFlow {
    private final Pages pages = new Pages();

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

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(Admin.announcementsOf(episode.contentId()).get(0)).containsKey("pageLiveAt");
    }

    private static void awaitWaitingFor(ContentSnapshot item, String what) {
        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.announcementsOf(item.contentId()))
                .extracting(announcement -> announcement.get("waitingFor"))
                .containsExactly(what));
    }

    private static final class Pages extends StandIn {
        volatile boolean live;

        @Override
        void usual(HttpExchange exchange) throws IOException {
            answer(exchange, live ? 200 : 404, "page");
        }
    }
}
