package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.discussion.Discussions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiscussionFlowTest implements NotifyFlow {
    private static final String THREAD = "https://old.reddit.com/r/turning/comments/abc/chisels/";

    @Inject
    DataSource dataSource;

    @Inject
    Discussions discussions;

    @Test
    void recordsGivenThreadByPageGuidIdOrFormerAddress() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = known(show, show.baseline("Chisels"));

        give(show, episode.url().replaceFirst("/$", ""), THREAD)
                .statusCode(201)
                .body("threads.platform", contains("reddit"))
                .body("threads[0].primary", equalTo(true));
        give(show, episode.guid(), THREAD).statusCode(201).body("threads.size()", equalTo(1));
        give(show, episode.contentId(), THREAD).statusCode(201);
        give(show, episode.earlierUrls().get(0), THREAD).statusCode(201);

        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .singleElement()
                .satisfies(state -> assertThat(state.threads())
                        .extracting(DiscussionThread::url, DiscussionThread::origin)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(THREAD, Origin.GIVEN))));
    }

    @Test
    void takesThreadsFromTheFrontMatter() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = show.baseline("Linked");
        ContentSnapshot linked = show.linked(episode, Map.of("reddit", THREAD));

        Topics.send(show.defined(), episode, linked, linked);

        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions")
                .then()
                .body("discussions[0].threads.origin", contains("front-matter")));
    }

    @Test
    void takesAddressThatNobodyCouldAskFor() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = show.baseline("Linked by hand");
        String odd = "https://news.ycombinator.com/item?id=1|2{3}";

        Topics.send(show.defined(), show.linked(episode, Map.of("hackernews", odd)));

        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions")
                .then()
                .body("discussions[0].threads.url", contains(odd)));
    }

    @Test
    void forgetsGivenThreadThatAPersonTookOutOfTheRepository() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = known(show, show.baseline("Wrong thread"));
        give(show, episode.guid(), THREAD).statusCode(201);
        ContentSnapshot written = show.linked(episode, Map.of("reddit", THREAD));
        ContentSnapshot takenOut = show.linked(written, Map.of());

        Topics.send(written, takenOut);

        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions")
                .then()
                .body("discussions[0].threads", empty()));
    }

    @Test
    void changeThatHadToWaitBuildsOnTheOneBeforeIt() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = show.baseline("Linked three times");
        ContentSnapshot first = show.linked(episode, Map.of("reddit", THREAD));
        ContentSnapshot unlinked = show.linked(episode, Map.of());
        QuarkusTransaction.requiringNew().run(() -> discussions.consider(first));

        CompletableFuture<Void> later = QuarkusTransaction.requiringNew().call(() -> {
            discussions.consider(show.linked(episode, Map.of("reddit", THREAD + "second")));
            discussions.flush();
            CompletableFuture<Void> other = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> discussions.consider(unlinked)));
            NotifyFlow.awaitBlocked(dataSource, "discussion", other::isDone);
            return other;
        });
        later.join();

        await().atMost(SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(episode.contentId()))
                .extracting(DiscussionState::revision)
                .containsExactly(1L, 2L, 3L));
    }

    @Test
    void takesTwoFirstThreadsThatAreGivenAtOnce() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = known(show, show.baseline("Found by two"));

        CompletableFuture<Integer> other = QuarkusTransaction.requiringNew().call(() -> {
            discussions.consider(show.linked(episode, Map.of("reddit", THREAD)));
            discussions.flush();
            CompletableFuture<Integer> given = CompletableFuture.supplyAsync(
                    () -> give(show, episode.guid(), THREAD + "other").extract().statusCode());
            NotifyFlow.awaitBlocked(dataSource, "", given::isDone);
            return given;
        });

        assertThat(other.join()).isEqualTo(201);
    }

    @Test
    void refusesUnknownItemsAndWrongAddresses() {
        SampleShow show = SampleShow.ungated();
        ContentSnapshot episode = known(show, show.baseline("Chisels"));

        give(show, "nothing", THREAD).statusCode(404);
        give(show, episode.guid(), "javascript:alert(1)").statusCode(400);
        give(show, episode.guid(), "https://user:pw@reddit.com/r/x").statusCode(400);
        give(show, episode.guid(), "").statusCode(400);
    }

    private static ContentSnapshot known(SampleShow show, ContentSnapshot item) {
        Topics.send(show.defined(), item);
        await().atMost(SOON)
                .untilAsserted(() -> give(show, item.guid(), "nonsense").statusCode(400));
        return item;
    }

    private static ValidatableResponse give(SampleShow show, String item, String url) {
        return Admin.call()
                .body(Map.of("site", show.site, "item", item, "url", url))
                .post("/api/v1/discussions")
                .then();
    }
}
