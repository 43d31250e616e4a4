package org.commitcast.notify.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.EventCodec;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");

    @Test
    void newestGivenThreadLeadsItsPlatform() {
        Threads one = Threads.NONE.given("reddit", "https://r/1", NOW);
        Threads two = one.given("reddit", "https://r/2", NOW.plusSeconds(1));

        assertThat(primaries(two)).containsExactly("https://r/2");
        assertThat(two.all()).hasSize(2);
    }

    @Test
    void threadThatIsGivenAgainAfterAWrongOneLeads() {
        Threads right = Threads.NONE.given("reddit", "https://r/1", NOW);
        Threads wrong = right.given("reddit", "https://r/2", NOW.plusSeconds(1));
        Threads again = wrong.given("reddit", "https://r/1", NOW.plusSeconds(2));

        assertThat(primaries(again)).containsExactly("https://r/1");
        assertThat(again.given("reddit", "https://r/1", NOW.plusSeconds(3))).isEqualTo(again);
    }

    @Test
    void givenThreadThatAPersonTakesOutOfTheFrontMatterGoes() {
        Map<String, String> written = Map.of("reddit", "https://r/1");
        Threads given = Threads.NONE.given("reddit", "https://r/1", NOW);
        Threads seen = given.inFrontMatter(Set.of(), written, true, NOW);

        assertThat(seen.inFrontMatter(Set.of("https://r/1"), Map.of(), true, NOW)
                        .all())
                .isEmpty();
    }

    @Test
    void givenThreadThatIsNotWrittenYetStays() {
        Threads given = Threads.NONE.given("reddit", "https://r/1", NOW);

        assertThat(given.inFrontMatter(Set.of("https://r/0"), Map.of(), true, NOW))
                .isEqualTo(given);
    }

    @Test
    void repositoryHasTheLastWord() {
        Threads given = Threads.NONE.given("reddit", "https://r/1", NOW);
        Threads both = given.inFrontMatter(Set.of(), Map.of("reddit", "https://r/2"), true, NOW);

        assertThat(primaries(both)).containsExactly("https://r/2");
        assertThat(primaries(both.inFrontMatter(Set.of("https://r/2"), Map.of(), true, NOW)))
                .containsExactly("https://r/1");
    }

    @Test
    void givenThreadStaysGivenWhenItsWriteBackComesIn() {
        Threads given = Threads.NONE.given("reddit", "https://r/1", NOW);

        assertThat(given.inFrontMatter(Set.of(), Map.of("reddit", "https://r/1"), true, NOW.plusSeconds(9)))
                .isEqualTo(given);
    }

    @Test
    void everyPlatformHasItsOwnLead() {
        Threads threads = Threads.NONE
                .given("hackernews", "https://h/1", NOW)
                .inFrontMatter(Set.of(), Map.of("reddit", "https://r/1"), true, NOW);

        assertThat(primaries(threads)).containsExactlyInAnyOrder("https://h/1", "https://r/1");
    }

    @Test
    void foundThreadLeadsUntilAPersonGivesAnother() {
        Threads found = Threads.NONE.found(List.of(found("https://h/1")), "hackernews", null, NOW);

        assertThat(primaries(found)).containsExactly("https://h/1");
        assertThat(primaries(found.given("hackernews", "https://h/2", NOW))).containsExactly("https://h/2");
    }

    @Test
    void laterFindsAndBetterCountersDoNotTakeTheLead() {
        Threads first = Threads.NONE.found(List.of(found("https://h/1")), "hackernews", null, NOW);
        Threads both = first.found(List.of(found("https://h/2")), "hackernews", null, NOW.plusSeconds(1));
        Threads counted = both.counted(Map.of("https://h/2", new ThreadCounts(900, 400, false)));

        assertThat(primaries(counted)).containsExactly("https://h/1");
        assertThat(counted.all()).extracting(DiscussionThread::comments).containsExactly(3, 400);
    }

    @Test
    void bestOfThoseThatAreFoundTogetherLeads() {
        Threads both = Threads.NONE.found(List.of(found("https://h/9"), found("https://h/1")), "hackernews", null, NOW);

        assertThat(primaries(both)).containsExactly("https://h/9");
    }

    @Test
    void countersMayFallAndWhatASourceDoesNotSayStays() {
        Threads found = Threads.NONE.found(List.of(found("https://h/1")), "hackernews", null, NOW);

        Threads fallen = found.counted(Map.of("https://h/1", new ThreadCounts(null, 1, true)));

        assertThat(fallen.all()).singleElement().satisfies(thread -> {
            assertThat(thread.score()).isEqualTo(10);
            assertThat(thread.comments()).isEqualTo(1);
        });
    }

    @Test
    void oneThreadInTwoSpellingsIsOne() {
        Threads given = Threads.NONE.given("reddit", "https://old.reddit.com/r/lathe/comments/abc/chisels", NOW);

        assertThat(given.given("reddit", "https://redd.it/abc", NOW.plusSeconds(1)))
                .isEqualTo(given);
        assertThat(given.found(List.of(found("https://www.reddit.com/r/lathe/comments/abc/")), "reddit", null, NOW))
                .isEqualTo(given);
    }

    @Test
    void personsSpellingStandsWhereverTheyWroteIt() {
        Threads found = Threads.NONE.found(
                List.of(found("https://www.reddit.com/r/lathe/comments/abc/x/")), "reddit", "archive", NOW);

        Threads given = found.given("reddit", "https://redd.it/abc", NOW.plusSeconds(1));
        Threads written = found.inFrontMatter(Set.of(), Map.of("reddit", "https://redd.it/abc"), true, NOW);

        assertThat(given.all()).singleElement().satisfies(thread -> {
            assertThat(thread.url()).isEqualTo("https://redd.it/abc");
            assertThat(thread.origin()).isEqualTo(Origin.GIVEN);
            assertThat(thread.proposal()).isNull();
            assertThat(thread.comments()).isEqualTo(3);
        });
        assertThat(written.all()).extracting(DiscussionThread::url).containsExactly("https://redd.it/abc");
    }

    @Test
    void givenThreadIsDescribedOnceItIsFound() {
        Threads given = Threads.NONE.given("hackernews", "https://h/1", NOW);

        Threads described = given.described(List.of(found("https://h/1"), found("https://h/2")));

        assertThat(described.all()).singleElement().satisfies(thread -> {
            assertThat(thread.title()).isEqualTo("Chisels");
            assertThat(thread.comments()).isEqualTo(3);
            assertThat(thread.origin()).isEqualTo(Origin.GIVEN);
        });
        assertThat(described
                        .counted(Map.of("https://h/1", new ThreadCounts(1, 1, false)))
                        .described(List.of(found("https://h/1")))
                        .all())
                .extracting(DiscussionThread::comments)
                .containsExactly(1);
    }

    @Test
    void rejectedThreadComesBackOnlyByAPerson() {
        Threads found = Threads.NONE.found(List.of(found("https://h/1")), "hackernews", null, NOW);
        Threads rejected = found.rejecting("https://h/1", null);

        assertThat(rejected.all()).isEmpty();
        assertThat(rejected.rejecting("https://h/1", null)).isEqualTo(rejected);
        assertThat(rejected.found(List.of(found("http://h/1/")), "hackernews", null, NOW))
                .isEqualTo(rejected);
        assertThat(rejected.announced("hackernews", "https://h/1", NOW)).isEqualTo(rejected);
        assertThat(primaries(rejected.given("hackernews", "https://h/1", NOW))).containsExactly("https://h/1");
        assertThat(rejected.confirmed(found("https://h/1"), "hackernews", NOW).rejected())
                .isEmpty();
    }

    @Test
    void rejectedLinkThatWeWroteIsNotTakenFromTheDocumentAgain() {
        Map<String, String> written = Map.of("hackernews", "https://h/1");
        Threads found = Threads.NONE
                .found(List.of(found("https://h/1")), "hackernews", null, NOW)
                .inFrontMatter(Set.of(), written, true, NOW);

        Threads rejected = found.rejecting("https://h/1", null);

        assertThat(rejected.inFrontMatter(Set.of("https://h/1"), written, true, NOW))
                .isEqualTo(rejected);
        Threads takenOut = rejected.inFrontMatter(Set.of("https://h/1"), Map.of(), true, NOW);
        assertThat(primaries(takenOut.inFrontMatter(Set.of(), written, true, NOW)))
                .as("a person wrote it there anew")
                .containsExactly("https://h/1");
    }

    @Test
    void rejectedLinkThatPeopleMergeWithOurProposalStaysRejected() {
        Map<String, String> merged = Map.of("hackernews", "https://h/1");
        Threads rejected = Threads.NONE
                .found(List.of(found("https://h/1")), "hackernews", "archive", NOW)
                .rejecting("https://h/1", null)
                .inFrontMatter(Set.of(), Map.of("reddit", "https://r/1"), true, NOW);

        Threads seen = rejected.inFrontMatter(
                Set.of("https://r/1"), Map.of("reddit", "https://r/1", "hackernews", "https://h/1"), true, NOW);

        assertThat(seen).isEqualTo(rejected);
        assertThat(primaries(seen.given("hackernews", "https://h/1", NOW))).contains("https://h/1");
        assertThat(primaries(Threads.NONE.rejecting("https://h/1", null).inFrontMatter(Set.of(), merged, true, NOW)))
                .as("nothing of ours: only a person can have written it")
                .containsExactly("https://h/1");
    }

    @Test
    void linkThatAPersonTookOutStaysOutAndNoneThatIsFoundTakesItsPlace() {
        Map<String, String> written = Map.of("hackernews", "https://h/1");
        Threads both = Threads.NONE
                .found(List.of(found("https://h/1"), found("https://h/2")), "hackernews", null, NOW)
                .inFrontMatter(Set.of(), written, true, NOW);

        Threads takenOut = both.inFrontMatter(Set.of("https://h/1"), Map.of(), true, NOW);
        Threads later = takenOut.found(
                List.of(found("https://h/1"), found("https://h/3")), "hackernews", null, NOW.plusSeconds(9));

        assertThat(later.all()).extracting(DiscussionThread::url).containsExactly("https://h/2", "https://h/3");
        assertThat(primaries(later)).isEmpty();
        assertThat(primaries(later.given("hackernews", "https://h/3", NOW))).containsExactly("https://h/3");
        assertThat(primaries(restored(later))).as("after the store was emptied").isEmpty();
        assertThat(primaries(restored(later).found(List.of(found("https://h/4")), "hackernews", null, NOW)))
                .isEmpty();
    }

    @Test
    void linkThatAPersonChangedStaysAsTheyChangedIt() {
        Threads found = Threads.NONE
                .found(List.of(found("https://h/1")), "hackernews", null, NOW)
                .inFrontMatter(Set.of(), Map.of("hackernews", "https://h/1"), true, NOW);

        Threads changed = found.inFrontMatter(Set.of("https://h/1"), Map.of("hackernews", "https://h/5"), true, NOW);

        assertThat(primaries(changed)).containsExactly("https://h/5");
        assertThat(changed.found(List.of(found("https://h/1")), "hackernews", null, NOW))
                .isEqualTo(changed);
    }

    @Test
    void linkThatWeReplacedStaysAMention() {
        Threads first = Threads.NONE
                .found(List.of(found("https://h/1")), "hackernews", null, NOW)
                .inFrontMatter(Set.of(), Map.of("hackernews", "https://h/1"), true, NOW);
        Threads given = first.given("hackernews", "https://h/2", NOW.plusSeconds(1));

        Threads replaced = given.inFrontMatter(Set.of("https://h/1"), Map.of("hackernews", "https://h/2"), true, NOW);

        assertThat(replaced).isEqualTo(given);
        assertThat(primaries(replaced)).containsExactly("https://h/2");
    }

    @Test
    void linkThatIsOnlyReadNoMoreIsNotRejected() {
        Threads linked = Threads.NONE.inFrontMatter(Set.of(), Map.of("hackernews", "https://h/1"), true, NOW);

        Threads unread = linked.inFrontMatter(Set.of("https://h/1"), Map.of(), false, NOW);

        assertThat(unread).isEqualTo(Threads.NONE);
    }

    @Test
    void announcementLeadsOverWhatWasFoundAndGoesWithItsPost() {
        Threads found = Threads.NONE.found(List.of(found("https://m.example/@ann/1")), "mastodon", null, NOW);
        Threads announced = found.announced("mastodon", "https://m.example/@lathe/2", NOW.plusSeconds(9));

        assertThat(primaries(announced)).containsExactly("https://m.example/@lathe/2");
        assertThat(announced.takenBack("https://m.example/@lathe/2")).isEqualTo(found);
        assertThat(announced.takenBack("https://m.example/@ann/1")).isEqualTo(announced);
    }

    @Test
    void theLargestMentionsStayAndTheOthersAreCounted() {
        Threads found = Threads.NONE.found(
                List.of(
                        found("https://h/1", 0),
                        found("https://h/2", 5),
                        found("https://h/3", 9),
                        found("https://h/4", 7)),
                "hackernews",
                null,
                NOW);

        Threads bound = found.within(2);

        assertThat(bound.all())
                .as("what leads stays, however small")
                .extracting(DiscussionThread::url)
                .containsExactly("https://h/1", "https://h/3", "https://h/4");
        assertThat(bound.leftOut()).hasSize(1);
        Threads again = bound.found(List.of(found("https://h/2", 5)), "hackernews", null, NOW.plusSeconds(9));
        assertThat(again.within(2)).as("found again, no larger").isEqualTo(bound);
        Threads grown = bound.found(List.of(found("https://h/2", 50)), "hackernews", null, NOW.plusSeconds(9));
        assertThat(grown.within(2).all())
                .extracting(DiscussionThread::url)
                .containsExactly("https://h/1", "https://h/3", "https://h/2");
        assertThat(grown.within(2).leftOut()).hasSize(1);
        assertThat(bound.given("hackernews", "https://h/2", NOW).within(0).all())
                .as("what somebody means stays")
                .extracting(DiscussionThread::url)
                .containsExactly("https://h/2");
        assertThat(bound.rejecting("https://h/2", null).leftOut()).isEmpty();
    }

    @Test
    void noRecordIsLargerThanATopicTakes() {
        Random random = new Random(7);
        List<FoundThread> found = IntStream.range(0, 1200)
                .mapToObj(i -> found("https://h/" + noise(random, 1500) + i, i))
                .toList();

        Threads threads = Threads.NONE.found(found, "hackernews", null, NOW).within(1000);

        DiscussionState state = new DiscussionState(
                "lathe",
                "i",
                "c",
                1,
                threads.all(),
                NOW,
                List.of(),
                Map.of(),
                threads.leftOut().size());
        assertThat(new EventCodec().encode(state).compressedSize()).isLessThan(EncodedEvent.MAX_COMPRESSED_BYTES);
        assertThat(threads.all().size() + threads.leftOut().size()).isEqualTo(1200);
    }

    private static String noise(Random random, int length) {
        return random.ints('0', 'z' + 1)
                .filter(Character::isLetterOrDigit)
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void copyOnAnotherServerIsTheSameThread() {
        String id = "https://forum.example/m/turning/t/5";
        Threads here = Threads.NONE.found(List.of(copy("https://lemmy.example/post/77", id)), "lemmy", null, NOW);

        assertThat(here.found(List.of(copy("https://other.example/post/4", id)), "lemmy", null, NOW))
                .isEqualTo(here);
        Threads rejected = here.rejecting("https://lemmy.example/post/77", null);
        assertThat(rejected.all()).isEmpty();
        assertThat(restored(rejected)
                        .found(List.of(copy("https://other.example/post/4", id)), "lemmy", null, NOW)
                        .all())
                .as("rejected under another address, and after the store was emptied")
                .isEmpty();
        assertThat(primaries(rejected.given("lemmy", "https://lemmy.example/post/77", NOW)))
                .containsExactly("https://lemmy.example/post/77");
        assertThat(rejected.given("lemmy", "https://lemmy.example/post/77", NOW).sameAs())
                .isEmpty();
    }

    @Test
    void copyThatAPersonGaveAndWhatWasFoundBecomeOneOnceThatIsKnown() {
        Threads both = Threads.NONE
                .found(List.of(found("https://lemmy.example/post/4")), "lemmy", "archive", NOW)
                .given("lemmy", "https://other.example/post/77", NOW.plusSeconds(1));

        Threads one = both.identified(Map.of("https://other.example/post/77", "https://lemmy.example/post/4"));

        assertThat(one.all()).singleElement().satisfies(thread -> {
            assertThat(thread.url()).isEqualTo("https://other.example/post/77");
            assertThat(thread.origin()).isEqualTo(Origin.GIVEN);
            assertThat(thread.comments()).isEqualTo(3);
            assertThat(thread.primary()).isTrue();
        });
        assertThat(one.found(List.of(found("https://lemmy.example/post/4")), "lemmy", null, NOW))
                .isEqualTo(one);
        assertThat(one.identified(Map.of("https://other.example/post/77", "https://lemmy.example/post/4")))
                .isEqualTo(one);
        assertThat(one.identified(Map.of("https://nobody.example/post/1", "https://lemmy.example/post/4")))
                .isEqualTo(one);
    }

    private static Threads restored(Threads threads) {
        return Threads.restored(
                new DiscussionState("lathe", "i", "c", 3, threads.all(), NOW, threads.rejected(), threads.sameAs(), 0));
    }

    private static FoundThread found(String url) {
        return found(url, 3);
    }

    private static FoundThread found(String url, int comments) {
        return new FoundThread(url, "1", null, "Chisels", "ann", NOW, new ThreadCounts(10, comments, false));
    }

    private static FoundThread copy(String url, String id) {
        return new FoundThread(url, "1", null, "Chisels", "ann", NOW, new ThreadCounts(10, 3, false), id);
    }

    private static List<String> primaries(Threads threads) {
        return threads.all().stream()
                .filter(DiscussionThread::primary)
                .map(DiscussionThread::url)
                .toList();
    }
}
