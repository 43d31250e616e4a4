package org.commitcast.notify.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");

    @Test
    void newestGivenThreadLeadsItsPlatform() {
        List<DiscussionThread> one = Threads.given(List.of(), "reddit", "https://r/1", NOW);
        List<DiscussionThread> two = Threads.given(one, "reddit", "https://r/2", NOW.plusSeconds(1));

        assertThat(primaries(two)).containsExactly("https://r/2");
        assertThat(two).hasSize(2);
    }

    @Test
    void threadThatIsGivenAgainAfterAWrongOneLeads() {
        List<DiscussionThread> right = Threads.given(List.of(), "reddit", "https://r/1", NOW);
        List<DiscussionThread> wrong = Threads.given(right, "reddit", "https://r/2", NOW.plusSeconds(1));
        List<DiscussionThread> again = Threads.given(wrong, "reddit", "https://r/1", NOW.plusSeconds(2));

        assertThat(primaries(again)).containsExactly("https://r/1");
        assertThat(Threads.given(again, "reddit", "https://r/1", NOW.plusSeconds(3)))
                .isEqualTo(again);
    }

    @Test
    void givenThreadThatAPersonTakesOutOfTheFrontMatterGoes() {
        Map<String, String> written = Map.of("reddit", "https://r/1");
        List<DiscussionThread> given = Threads.given(List.of(), "reddit", "https://r/1", NOW);
        List<DiscussionThread> seen = Threads.inFrontMatter(given, Set.of(), written, NOW);

        assertThat(Threads.inFrontMatter(seen, Set.of("https://r/1"), Map.of(), NOW))
                .isEmpty();
    }

    @Test
    void givenThreadThatIsNotWrittenYetStays() {
        List<DiscussionThread> given = Threads.given(List.of(), "reddit", "https://r/1", NOW);

        assertThat(Threads.inFrontMatter(given, Set.of("https://r/0"), Map.of(), NOW))
                .isEqualTo(given);
    }

    @Test
    void repositoryHasTheLastWord() {
        List<DiscussionThread> given = Threads.given(List.of(), "reddit", "https://r/1", NOW);
        List<DiscussionThread> both = Threads.inFrontMatter(given, Set.of(), Map.of("reddit", "https://r/2"), NOW);

        assertThat(primaries(both)).containsExactly("https://r/2");
        assertThat(primaries(Threads.inFrontMatter(both, Set.of("https://r/2"), Map.of(), NOW)))
                .containsExactly("https://r/1");
    }

    @Test
    void givenThreadStaysGivenWhenItsWriteBackComesIn() {
        List<DiscussionThread> given = Threads.given(List.of(), "reddit", "https://r/1", NOW);

        assertThat(Threads.inFrontMatter(given, Set.of(), Map.of("reddit", "https://r/1"), NOW.plusSeconds(9)))
                .isEqualTo(given);
    }

    @Test
    void everyPlatformHasItsOwnLead() {
        List<DiscussionThread> threads = Threads.inFrontMatter(
                Threads.given(List.of(), "hackernews", "https://h/1", NOW),
                Set.of(),
                Map.of("reddit", "https://r/1"),
                NOW);

        assertThat(primaries(threads)).containsExactlyInAnyOrder("https://h/1", "https://r/1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.reddit.com/r/rust/comments/1/x/,reddit",
        "https://old.reddit.com/r/rust/comments/1/,reddit",
        "https://redd.it/1,reddit",
        "https://notreddit.com/r/rust,other",
        "https://news.ycombinator.com/item?id=1,hackernews",
        "https://lobste.rs/s/abc/x,lobsters",
        "https://bsky.app/profile/a.example/post/3k,bluesky",
        "https://lemmy.world/post/12,lemmy",
        "https://programming.example/post/12,lemmy",
        "https://social.example/@ann/1099,mastodon",
        "https://social.example/users/ann/statuses/1099,mastodon",
        "https://forum.example/t/1,other"
    })
    void knowsPlatformsByTheirAddresses(String url, String platform) {
        assertThat(Platform.of(URI.create(url))).isEqualTo(platform);
    }

    private static List<String> primaries(List<DiscussionThread> threads) {
        return threads.stream()
                .filter(DiscussionThread::primary)
                .map(DiscussionThread::url)
                .toList();
    }
}
