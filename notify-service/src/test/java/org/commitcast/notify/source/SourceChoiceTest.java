package org.commitcast.notify.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceChoiceTest {
    private final Map<String, DiscussionSource> sources = new TreeMap<>(
            Map.of("open", new Source("open", true, List.of()), "closed", new Source("closed", false, List.of())));

    @Test
    void searchesAllThatHaveWhatTheyNeed() {
        SourceChoice choice = SourceChoice.of(sources, List.of());

        assertThat(choice.searched()).containsExactly("open");
        assertThat(choice.followed()).containsExactlyInAnyOrder("open", "closed");
        assertThat(choice.complaints()).isEmpty();
    }

    @Test
    void searchesOnlyThoseThatAreNamedAndFollowsAll() {
        sources.put("other", new Source("other", true, List.of()));

        SourceChoice choice = SourceChoice.of(sources, List.of("other"));

        assertThat(choice.searched()).containsExactly("other");
        assertThat(choice.followed()).contains("open");
    }

    @Test
    void asksNobodyWithNone() {
        SourceChoice choice = SourceChoice.of(sources, List.of("none"));

        assertThat(choice.searched()).isEmpty();
        assertThat(choice.followed()).isEmpty();
    }

    @Test
    void complainsOfEverythingAtOnce() {
        sources.put("wrong", new Source("wrong", true, List.of("COMMITCAST_SOURCES_WRONG_URL must be an address")));

        assertThat(SourceChoice.of(sources, List.of("open", "closed", "usenet")).complaints())
                .containsExactlyInAnyOrder(
                        "COMMITCAST_SOURCES_WRONG_URL must be an address",
                        "COMMITCAST_SOURCES names closed, whose credentials are missing",
                        "COMMITCAST_SOURCES names 'usenet', which is none of [closed, open, wrong]");
    }

    private record Source(String name, boolean searches, List<String> complaints) implements DiscussionSource {
        @Override
        public int followedAtOnce() {
            return 1;
        }

        @Override
        public Searched search(URI address) {
            return new Searched.Found(List.of());
        }

        @Override
        public Followed follow(List<FollowedThread> threads) {
            return new Followed.Seen(Map.of());
        }
    }
}
