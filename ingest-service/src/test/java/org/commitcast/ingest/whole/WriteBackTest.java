package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A discussion's link on its way into the document. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WriteBackTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String THREAD = "https://www.reddit.com/r/garden/comments/abc/the_gate/";

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithAnEpisode() throws Exception {
        repository =
                TestRepository.fresh().write("_config.yml", Samples.CONFIG).write(GATE, Samples.episode("The gate", 1));
        repository.commitAndPush("Begin");
        site = SiteCalls.register(SiteCalls.freshName(), repository);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private ContentSnapshot gate() {
        return Topics.content(site).get(0);
    }

    private DiscussionState discussed(long revision, String url) {
        ContentSnapshot gate = gate();
        var thread = new DiscussionThread("reddit", url, true, Origin.GIVEN, null, null, null, Instant.now());
        return new DiscussionState(
                site, gate.incarnation(), gate.contentId(), revision, List.of(thread), Instant.now());
    }

    private void awaitHeadOtherThan(String commit) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !repository.sharedHead().equals(commit));
    }

    @Test
    void writesLinkAndKeepsEveryOtherByte() throws Exception {
        String before = repository.read(GATE);
        String head = repository.sharedHead();

        Told.send(discussed(1, THREAD));
        awaitHeadOtherThan(head);

        String after = repository.pull().read(GATE);
        assertThat(after)
                .isEqualTo(before.replace("#reddit: (leave blank until the thread is there)", "reddit: " + THREAD));
        var receipt = SiteCalls.receipt(site, repository.sharedHead());
        assertThat(receipt.getBoolean("items[0].quiet")).isTrue();
        assertThat(gate().cause()).isEqualTo(Cause.DISCUSSION);
        assertThat(gate().links()).containsEntry("reddit", THREAD);
    }

    @Test
    void writesOnceHoweverOftenItIsTold() throws Exception {
        String head = repository.sharedHead();
        DiscussionState state = discussed(1, THREAD);
        Told.send(state);
        awaitHeadOtherThan(head);
        String written = repository.sharedHead();

        Told.send(state);
        Told.sendAsType(state, "org.commitcast.discussions.imagined.v9");
        Told.send(discussed(2, THREAD));

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Database.count("select count(*) from followed where revision = 2 and site = '" + site + "'")
                                == 1);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> repository.sharedHead().equals(written));
    }

    @Test
    void leavesWhatPersonWrote() throws Exception {
        String own = "https://www.reddit.com/r/garden/comments/own/";
        repository.write(
                GATE,
                repository.read(GATE).replace("#reddit: (leave blank until the thread is there)", "reddit: " + own));
        String commit = repository.commitAndPush("By hand");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        Told.send(discussed(1, THREAD));

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Database.count("select count(*) from write_back where state = 'LEFT' and site = '" + site + "'")
                                == 1);
        assertThat(repository.sharedHead()).isEqualTo(commit);
    }

    @Test
    void writesOnTopOfPushNobodyToldOf() throws Exception {
        repository.write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 2));
        String unseen = repository.commitAndPush("Untold");

        Told.send(discussed(1, THREAD));
        awaitHeadOtherThan(unseen);

        repository.pull();
        assertThat(repository.read(GATE)).contains("reddit: " + THREAD);
        assertThat(repository.read("_episodes/2024-03-02-moths.md")).contains("The moths");
        assertThat(SiteCalls.receipt(site, unseen).getBoolean("items[0].quiet")).isFalse();
    }
}
