package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SiteState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a push to the events that tell of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushFlowTest {
    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithTwoEpisodes() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1))
                .write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 2));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void importsHistoryAsBaseline() {
        SiteCalls.register(site, repository);

        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(2);
        var published = Topics.content(site);
        assertThat(published).hasSize(2).allMatch(ContentSnapshot::baseline);
        assertThat(published)
                .extracting(ContentSnapshot::guid)
                .containsExactlyInAnyOrder(
                        "https://garden.example/episode/gate/", "https://garden.example/episode/moths/");
        SiteState state = Topics.site(site);
        assertThat(state.imported().sequence()).isEqualTo(2);
        assertThat(state.definition().title()).isEqualTo("The Night Garden");
    }

    @Test
    void manyMayAskForAReceiptAtOnce() throws Exception {
        for (int i = 0; i < 80; i++) {
            repository.write("_posts/2024-01-01-note-" + i + ".md", "---\ntitle: Note " + i + "\n---\nA word.\n");
        }
        String commit = repository.commitAndPush("Notes");
        SiteCalls.register(site, repository);
        var askers = Executors.newFixedThreadPool(48);
        try {
            var answers = IntStream.range(0, 144)
                    .mapToObj(asker -> CompletableFuture.supplyAsync(
                            () -> SiteCalls.admin()
                                    .get("/api/v1/sites/" + site + "/commits/" + commit)
                                    .statusCode(),
                            askers))
                    .toList();

            assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        } finally {
            askers.shutdown();
        }
    }

    @Test
    void publishesPushedEpisodeAsNews() throws Exception {
        SiteCalls.register(site, repository);
        String commit = repository
                .write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3))
                .commitAndPush("Episode 3");

        SiteCalls.pushed(site, commit);

        var receipt = SiteCalls.receipt(site, commit);
        assertThat(receipt.getString("items[0].change")).isEqualTo("added");
        assertThat(receipt.getBoolean("items[0].quiet")).isFalse();
        ContentSnapshot news = Topics.content(site, receipt.getString("items[0].item"));
        assertThat(news.baseline()).isFalse();
        assertThat(news.cause()).isEqualTo(Cause.CONTENT);
        assertThat(news.commit()).isEqualTo(commit);
        assertThat(news.sequence()).isEqualTo(3);
    }

    @Test
    void saysOfACommitOfAnotherBranchThatItIsNotOnTheFollowedOne() throws Exception {
        SiteCalls.register(site, repository);
        String side = repository
                .write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3))
                .commit("Aside");
        String body = "{\"ref\": \"refs/heads/side\", \"after\": \"" + side + "\", \"commits\": []}";
        SiteCalls.deliver(site, UUID.randomUUID().toString(), body, SiteCalls.sign(body))
                .then()
                .statusCode(202);

        SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/commits/" + side + "?wait=60s")
                .then()
                .statusCode(404)
                .body("detail", containsString("is not on main, the branch that is followed"))
                .time(lessThan(50_000L));
    }

    /** As where the database goes away in the moment in which a round of work ends. */
    @Test
    void goesOnWithASiteThatCouldNotBeGivenBack() throws Exception {
        SiteCalls.register(site, repository);
        Database.execute(
                """
                create function refuse_to_give_back() returns trigger language plpgsql as $$
                begin
                    if new.site = '%s' and new.holder is null then
                        raise exception 'terminating connection' using errcode = '57P01';
                    end if;
                    return new;
                end $$;
                create trigger refuse_to_give_back before update on site_work
                    for each row execute function refuse_to_give_back()"""
                        .formatted(site));
        try {
            String refused = repository
                    .write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3))
                    .commitAndPush("Episode 3");
            SiteCalls.pushed(site, refused);
            SiteCalls.receipt(site, refused);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Database.count("select count(*) from delivery where processed_at is null and site = '"
                                    + site + "'")
                            == 0);
        } finally {
            Database.execute("drop trigger refuse_to_give_back on site_work; drop function refuse_to_give_back");
        }
        String commit = repository
                .write("_episodes/2024-03-04-owl.md", Samples.episode("The owl", 4))
                .commitAndPush("Episode 4");

        SiteCalls.pushed(site, commit);

        assertThat(SiteCalls.receipt(site, commit).getString("items[0].change")).isEqualTo("added");
    }
}
