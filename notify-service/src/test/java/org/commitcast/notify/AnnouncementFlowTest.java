package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AnnouncementFlowTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void announcesNewItemOnce() {
        SampleShow show = SampleShow.ungated();
        Admin.putChannel(
                        "log-" + show.site.substring(0, 20),
                        """
                {"type":"log","sites":["%s"]}
                """.formatted(show.site))
                .statusCode(201);
        ContentSnapshot episode = show.episode("Sharp chisels");

        Topics.send(show.defined(), episode);

        await().atMost(SOON).untilAsserted(() -> assertThat(Admin.statusOf(episode.contentId()))
                .isEqualTo("SENT"));
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.announcementsOf(episode.contentId()))
                .extracting(AnnouncementState::status)
                .endsWith(Status.SENDING, Status.SENT));
    }
}
