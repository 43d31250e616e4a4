package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.candidate.Candidates;
import org.commitcast.notify.candidate.Judged;
import org.commitcast.notify.candidate.Verdict;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CandidateFlowTest implements NotifyFlow {
    private final SampleShow show = SampleShow.ungated();

    @Inject
    DataSource dataSource;

    @Inject
    Candidates candidates;

    @Inject
    Discussions discussions;

    @Test
    void takesThreadThatIsAboutTheItemAndTellsWhy() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread thread = thread(episode);

        List<Judged> judged = take(episode, thread);

        assertThat(judged).extracting(Judged::verdict).containsExactly(Verdict.ACCEPTED);
        threads(episode)
                .body("discussions[0].threads.url", contains(thread.url()))
                .body("discussions[0].threads.origin", contains("found"))
                .body("discussions[0].threads.comments", contains(3))
                .body("discussions[0].threads.id", contains(id(episode, thread)));
        candidates(episode, "accepted")
                .body("candidates.id", contains(id(episode, thread)))
                .body("candidates[0].reasons", hasItem("about the page (+60)"))
                .body("candidates[0].platform", equalTo("hackernews"));
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .singleElement()
                .satisfies(state -> assertThat(state.threads())
                        .extracting(DiscussionThread::origin, DiscussionThread::proposal)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(Origin.FOUND, "archive"))));
    }

    @Test
    void dropsWhatAFuzzySearchGivesBesides() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread other = thread("https://lathe.example/other-" + UUID.randomUUID() + "/", Instant.now(), 3);

        assertThat(take(episode, other)).extracting(Judged::verdict).containsExactly(Verdict.DROPPED);
        candidates(episode, null).body("candidates", empty());
    }

    @Test
    void judgesWithoutStoringAnything() {
        ContentSnapshot episode = known(show.baseline("Chisels"));

        assertThat(candidates.judge(episode, "hackernews", List.of(thread(episode))))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.ACCEPTED);

        candidates(episode, null).body("candidates", empty());
        threads(episode).body("discussions", empty());
    }

    @Test
    void oneOfTwoThreadsOnAPlatformLeadsAndStaysTheLead() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread quiet = thread(episode.url(), Instant.now(), 0);
        FoundThread lively = thread(episode.url(), Instant.now(), 30);

        take(episode, quiet, lively);
        FoundThread grown = counted(quiet, new ThreadCounts(900, 900, false));
        assertThat(take(episode, lively, grown)).extracting(Judged::verdict).containsOnly(Verdict.KNOWN);

        threads(episode)
                .body("discussions[0].threads", hasSize(2))
                .body("discussions[0].threads.findAll { it.primary }.url", contains(lively.url()));
        candidates(episode, "accepted").body("candidates.comments", hasItem(900));
    }

    @Test
    void itemThatMillionsTalkOfKeepsItsLargestThreadsAndCountsTheOthers() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread[] all = IntStream.range(0, 250)
                .mapToObj(i -> thread(episode.url(), Instant.now().plusSeconds(i), i))
                .toArray(FoundThread[]::new);
        FoundThread given = all[0];
        take(episode, given);
        decide(episode, given, "confirm").statusCode(200);

        take(episode, all);
        threads(episode)
                .body("discussions[0].threads", hasSize(101))
                .body("discussions[0].threads.url", hasItem(given.url()))
                .body("discussions[0].leftOut", equalTo(149))
                .body("discussions[0].threads.comments.min()", equalTo(0))
                .body("discussions[0].threads.findAll { !it.primary }.comments.min()", equalTo(150));
        assertThat(take(episode, all)).extracting(Judged::verdict).contains(Verdict.ACCEPTED);

        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .as("told once for each change")
                .extracting(DiscussionState::leftOut)
                .containsExactly(0, 0, 149));
        assertThat(NotifyFlow.change(
                        dataSource,
                        "update candidate set site = site where state = 'ACCEPTED' and content_id = ?",
                        episode.contentId()))
                .as("all of them are among the candidates")
                .isEqualTo(249);
        FoundThread grown = counted(all[1], new ThreadCounts(10, 999, false));
        take(episode, grown);
        threads(episode)
                .body("discussions[0].threads.url", hasItem(grown.url()))
                .body("discussions[0].leftOut", equalTo(149));
        decide(episode, all[2], "reject").statusCode(200).body("leftOut", equalTo(148));
    }

    @Test
    void threadThatIsFoundByWayOfAnotherServerIsTheSame() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        String id = "https://forum.example/m/turning/t/"
                + ThreadLocalRandom.current().nextInt(1, 1_000_000);
        FoundThread here = copy(thread(episode), "https://lemmy.example/post/77", id);
        FoundThread there = copy(here, "https://other.example/post/4", id);

        assertThat(take(episode, here)).extracting(Judged::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(take(episode, there)).extracting(Judged::verdict).containsExactly(Verdict.KNOWN);
        threads(episode).body("discussions[0].threads.url", contains(here.url()));
        candidates(episode, null).body("candidates", hasSize(1));

        decide(episode, here, "reject").statusCode(200);
        assertThat(take(episode, there)).extracting(Judged::verdict).containsExactly(Verdict.REJECTED);
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .hasSize(2));
        DiscussionState last = Topics.discussionsOf(episode.contentId()).get(1);
        NotifyFlow.change(dataSource, "delete from candidate where content_id = ?", episode.contentId());
        NotifyFlow.change(dataSource, "delete from discussion where content_id = ?", episode.contentId());
        QuarkusTransaction.requiringNew().run(() -> discussions.restore(last));
        assertThat(take(episode, there)).extracting(Judged::verdict).containsExactly(Verdict.REJECTED);
    }

    private static FoundThread copy(FoundThread thread, String url, String id) {
        return new FoundThread(
                url,
                thread.remoteId(),
                thread.about(),
                thread.title(),
                thread.author(),
                thread.postedAt(),
                thread.counts(),
                id);
    }

    @Test
    void leavesThreadThatIsOlderThanTheItemToAPerson() {
        ContentSnapshot episode = known(show.episode("Chisels"));
        FoundThread old = thread(episode.url(), Instant.now().minus(Duration.ofDays(40)), 100);

        assertThat(take(episode, old)).extracting(Judged::verdict).containsExactly(Verdict.PROPOSED);
        threads(episode).body("discussions", empty());
        decide(episode, old, "confirm")
                .statusCode(200)
                .body("threads.url", contains(old.url()))
                .body("threads.origin", contains("given"))
                .body("threads.comments", contains(100));
        decide(episode, old, "confirm").statusCode(200).body("threads", hasSize(1));
        candidates(episode, "confirmed").body("candidates", hasSize(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .hasSize(1));
    }

    @Test
    void proposalIsTakenOnceMoreSpeaksForIt() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread post = new FoundThread(
                "https://social.example/@bob/" + ThreadLocalRandom.current().nextInt(100, 1_000_000),
                "1",
                episode.url(),
                "Look what I heard",
                "bob",
                Instant.now(),
                new ThreadCounts(0, 0, false));

        assertThat(take(episode, post)).extracting(Judged::verdict).containsExactly(Verdict.PROPOSED);
        assertThat(take(episode, counted(post, new ThreadCounts(0, 4, false))))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.ACCEPTED);

        candidates(episode, "accepted").body("candidates.comments", contains(4));
        threads(episode).body("discussions[0].threads.url", contains(post.url()));
    }

    @Test
    void threadThatTheItemLostIsDecidedAfresh() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread thread = thread(episode);
        take(episode, thread);
        NotifyFlow.change(dataSource, "update discussion set threads = '[]' where content_id = ?", episode.contentId());

        assertThat(take(episode, thread)).extracting(Judged::verdict).containsExactly(Verdict.ACCEPTED);
        threads(episode).body("discussions[0].threads.url", contains(thread.url()));
    }

    @Test
    void earlierAddressIsInDoubtWhileAnotherPublishedItemHasIt() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        String earlier = episode.earlierUrls().get(0);
        List<FoundThread> found = List.of(thread(earlier, Instant.now().plusSeconds(5), 3));
        ContentSnapshot other = show.episode("Gouges", earlier);

        Topics.send(other);
        await().atMost(SOON).untilAsserted(() -> assertThat(candidates.judge(episode, "hackernews", found))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.PROPOSED));
        Topics.send(show.withdrawn(other));
        await().atMost(SOON).untilAsserted(() -> assertThat(candidates.judge(episode, "hackernews", found))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.ACCEPTED));
    }

    @Test
    void rejectedThreadDoesNotComeBackAlsoAfterTheStoreWasEmptied() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread thread = thread(episode);
        take(episode, thread);

        decide(episode, thread, "reject").statusCode(200).body("threads", empty());
        decide(episode, thread, "reject").statusCode(200);
        assertThat(take(episode, thread)).extracting(Judged::verdict).containsExactly(Verdict.REJECTED);
        candidates(episode, "rejected").body("candidates", hasSize(1));

        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .hasSize(2));
        DiscussionState last = Topics.discussionsOf(episode.contentId()).get(1);
        NotifyFlow.change(dataSource, "delete from candidate where content_id = ?", episode.contentId());
        NotifyFlow.change(dataSource, "delete from discussion where content_id = ?", episode.contentId());
        QuarkusTransaction.requiringNew().run(() -> discussions.restore(last));

        assertThat(take(episode, thread)).extracting(Judged::verdict).containsExactly(Verdict.REJECTED);
        threads(episode).body("discussions[0].threads", empty());
        decide(episode, thread, "confirm").statusCode(200).body("threads.url", contains(thread.url()));
    }

    @Test
    void threadThatAPersonTookOutOfTheDocumentDoesNotComeBack() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread thread = thread(episode);
        take(episode, thread);
        ContentSnapshot written = show.linked(episode, Map.of("hackernews", thread.url()));

        Topics.send(written, show.linked(written, Map.of()));

        await().atMost(SOON).untilAsserted(() -> candidates(episode, "rejected").body("candidates", hasSize(1)));
        assertThat(take(episode, thread)).extracting(Judged::verdict).containsExactly(Verdict.REJECTED);
        threads(episode).body("discussions[0].threads", empty());
    }

    @Test
    void linkInTheDocumentIsNotRejectedOverREST() {
        ContentSnapshot episode = show.baseline("Chisels");
        FoundThread thread = thread(episode);
        Topics.send(show.defined(), show.linked(episode, Map.of("hackernews", thread.url())));
        await().atMost(SOON).untilAsserted(() -> threads(episode).body("discussions", hasSize(1)));

        decide(episode, thread, "reject").statusCode(409);

        threads(episode).body("discussions[0].threads.origin", contains("front-matter"));
    }

    @Test
    void candidateThatAPersonGivesIsConfirmed() {
        ContentSnapshot episode = known(show.episode("Chisels"));
        FoundThread old = thread(episode.url(), Instant.now().minus(Duration.ofDays(40)), 1);
        take(episode, old);

        Admin.call()
                .body(Map.of("site", show.site, "item", episode.guid(), "url", old.url() + "#top"))
                .post("/api/v1/discussions")
                .then()
                .statusCode(201);

        candidates(episode, "confirmed").body("candidates.url", contains(old.url()));
        threads(episode).body("discussions[0].threads.url", contains(old.url() + "#top"));
    }

    @Test
    void siteSaysWhatBecomesOfWhatIsFound() {
        ContentSnapshot episode = show.baseline("Chisels");
        Topics.send(
                show.defined(new DiscussionDefinition(Map.of("hackernews", "propose", "lemmy", "never"), Map.of())),
                episode);
        awaitKnown(episode);
        FoundThread thread = thread(episode);

        assertThat(take(episode, thread)).extracting(Judged::verdict).containsExactly(Verdict.PROPOSED);
        assertThat(candidates.judge(episode, "lemmy", List.of(thread(episode))))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.DROPPED);
        assertThat(candidates.judge(episode, "lobsters", List.of(thread(episode))))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void trustsWhoWasRightBefore() {
        ContentSnapshot first = known(show.baseline("Chisels"));
        ContentSnapshot second = known(show.baseline("Gouges"));
        take(first, thread(first));

        assertThat(candidates.judge(second, "hackernews", List.of(thread(second))))
                .singleElement()
                .satisfies(judged -> assertThat(judged.reasons())
                        .contains("begun by somebody whose threads about the show were right (+10)"));
    }

    @Test
    void countersAreToldOnceAndMayFall() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread thread = thread(episode);
        take(episode, thread);
        Followed.Seen fallen = new Followed.Seen(Map.of(thread.url(), new ThreadCounts(9, 2, false)));

        QuarkusTransaction.requiringNew().run(() -> discussions.looked(episode.contentId(), fallen));
        QuarkusTransaction.requiringNew().run(() -> discussions.looked(episode.contentId(), fallen));

        threads(episode).body("discussions[0].threads.comments", contains(2));
        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .extracting(DiscussionState::revision)
                .containsExactly(1L, 2L));
    }

    @Test
    void twoWhoFindTheSameThreadAtOnceStoreItOnce() {
        ContentSnapshot episode = known(show.baseline("Chisels"));
        FoundThread thread = thread(episode);

        CompletableFuture<List<Judged>> other = QuarkusTransaction.requiringNew()
                .call(() -> {
                    candidates.take(episode, "hackernews", List.of(thread), null);
                    discussions.flush();
                    CompletableFuture<List<Judged>> second = CompletableFuture.supplyAsync(() -> take(episode, thread));
                    NotifyFlow.awaitBlocked(dataSource, "", second::isDone);
                    return second;
                });

        assertThat(other.join()).extracting(Judged::verdict).containsExactly(Verdict.KNOWN);
        threads(episode).body("discussions[0].threads", hasSize(1));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Admin.call()
                .post("/api/v1/discussions/" + UUID.randomUUID() + "/confirm")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        Admin.call()
                .post("/api/v1/discussions/" + UUID.randomUUID() + "/reject")
                .then()
                .statusCode(404);
        Admin.call()
                .queryParam("state", "lost")
                .get("/api/v1/discussions/candidates")
                .then()
                .statusCode(400);
        Admin.call()
                .queryParam("cursor", "7")
                .get("/api/v1/discussions/candidates")
                .then()
                .statusCode(400);
    }

    private ContentSnapshot known(ContentSnapshot item) {
        Topics.send(show.defined(), item);
        awaitKnown(item);
        return item;
    }

    private void awaitKnown(ContentSnapshot item) {
        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .body(Map.of("site", show.site, "item", item.guid(), "url", "nonsense"))
                .post("/api/v1/discussions")
                .then()
                .statusCode(400));
    }

    private List<Judged> take(ContentSnapshot item, FoundThread... found) {
        return QuarkusTransaction.requiringNew()
                .call(() -> candidates.take(item, "hackernews", List.of(found), "archive"));
    }

    private static FoundThread thread(ContentSnapshot item) {
        return thread(item.url(), Instant.now().plusSeconds(5), 3);
    }

    private static FoundThread thread(String about, Instant postedAt, int comments) {
        String id = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE));
        return new FoundThread(
                "https://news.ycombinator.com/item?id=" + id,
                id,
                about.replaceFirst("^https", "http") + "?utm_source=x",
                "Chisels",
                "bob",
                postedAt,
                new ThreadCounts(10, comments, false));
    }

    private static FoundThread counted(FoundThread thread, ThreadCounts counts) {
        return new FoundThread(
                thread.url(),
                thread.remoteId(),
                thread.about(),
                thread.title(),
                thread.author(),
                thread.postedAt(),
                counts);
    }

    private static String id(ContentSnapshot item, FoundThread thread) {
        return ThreadId.of(item.contentId(), thread.url()).toString();
    }

    private static ValidatableResponse decide(ContentSnapshot item, FoundThread thread, String how) {
        return Admin.call()
                .post("/api/v1/discussions/" + id(item, thread) + "/" + how)
                .then();
    }

    private static ValidatableResponse threads(ContentSnapshot item) {
        return Admin.call()
                .queryParam("item", item.contentId())
                .get("/api/v1/discussions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse candidates(ContentSnapshot item, @Nullable String state) {
        var call = Admin.call().queryParam("item", item.contentId());
        return (state == null ? call : call.queryParam("state", state))
                .get("/api/v1/discussions/candidates")
                .then()
                .statusCode(200);
    }
}
