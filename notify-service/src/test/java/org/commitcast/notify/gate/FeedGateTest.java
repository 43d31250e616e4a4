package org.commitcast.notify.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.commitcast.contentevents.GoldenSamples;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.junit.jupiter.api.Test;

class FeedGateTest {
    private static final SiteDefinition SITE = GoldenSamples.siteDefined().definition();

    @Test
    void waitsUntilTheFeedHasTakenTheItemIn() {
        assertThat(SITE.gateFeed()).isTrue();
        assertThat(obstacle(12)).get().asString().contains("does not carry it yet");
        assertThat(obstacle(13)).isEmpty();
        assertThat(obstacle(14)).isEmpty();
    }

    @Test
    void waitsWhileTheFeedIsUnknown() {
        assertThat(FeedGate.obstacle(SITE, Kind.EPISODE, "item", 13, name -> Optional.empty()))
                .isPresent();
    }

    @Test
    void tellsWhyTheFeedLeftTheItemOut() {
        assertThat(FeedGate.obstacle(SITE, Kind.EPISODE, "broken", 13, name -> Optional.of(progress(13))))
                .get()
                .asString()
                .endsWith("title is empty");
    }

    private static Optional<String> obstacle(long through) {
        return FeedGate.obstacle(SITE, Kind.EPISODE, "item", 13, name -> Optional.of(progress(through)));
    }

    private static FeedGate.Progress progress(long through) {
        return new FeedGate.Progress() {
            @Override
            public long through() {
                return through;
            }

            @Override
            public Optional<String> failureOf(String contentId) {
                return contentId.equals("broken") ? Optional.of("title is empty") : Optional.empty();
            }
        };
    }
}
