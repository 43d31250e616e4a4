package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.commitcast.ingest.commitstatus.StandInForge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a forge is told of commits. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CommitStatusTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";

    private final StandInForge forge = new StandInForge("github");
    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShow() throws Exception {
        repository = TestRepository.fresh().write("_config.yml", Samples.CONFIG);
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
        forge.close();
    }

    private void register(String token) {
        SiteCalls.put(site, repository.url(), status(token)).then().statusCode(201);
        SiteCalls.awaitStatus(site, "ready");
    }

    private String status(String token) {
        return """
                , "status": {"forge": "github", "api": "%s", "repository": "show/content", "token": "%s"}
                """
                .formatted(forge.url(), token);
    }

    private String pushed(String message) throws Exception {
        String commit = repository.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
        return commit;
    }

    private List<String> states() {
        return forge.taken().stream().map(body -> body.path("state").asText()).toList();
    }

    private JsonNode last() {
        return forge.taken().get(forge.taken().size() - 1);
    }

    private void awaitState(String state, String description) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(forge.taken()).isNotEmpty();
            assertThat(last().path("state").asText()).isEqualTo(state);
            assertThat(last().path("description").asText()).isEqualTo(description);
        });
    }

    private void inFeed(long through) throws Exception {
        String incarnation = SiteCalls.get(site).getString("incarnation");
        Told.send(FollowedFeedsTest.feed(site, incarnation, 1, through, Instant.parse("2024-05-01T12:00:00Z")));
    }

    @Test
    void isPendingUntilTheFeedCarriesItAndLinksToTheReceipt() throws Exception {
        register(StandInForge.TOKEN);
        repository.write(GATE, Samples.episode("The gate", 1));

        String commit = pushed("Add");

        awaitState("pending", "1 item published");
        inFeed(1);
        awaitState("success", "1 item published");
        assertThat(last().path("target_url").asText())
                .isEqualTo(SiteCalls.receipt(site, commit).getString("page"));
        assertThat(last().path("context").asText()).isEqualTo("commitcast");
        String renewed = SiteCalls.admin()
                .post("/api/v1/sites/" + site + "/commits/" + commit + "/page")
                .path("page");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(last().path("target_url").asText()).isEqualTo(renewed));
    }

    @Test
    void failsWithErrorsAndCountsWarnings() throws Exception {
        register(StandInForge.TOKEN);
        repository.write(GATE, Samples.episode("The gate", 1).replace("2024-03-01T09", "9999-99-99T99"));
        repository.write("transcripts/nobody.txt", "0:00 Who is there?\n");

        pushed("Break");

        awaitState("failure", "1 item held, 1 error, 1 warning");
        repository.write("_posts/2024-03-04-owls.md", "---\ntitle: The owls\npublished: false\n---\nNight.\n");

        pushed("Something else");

        awaitState("success", "1 item not to be published");
    }

    @Test
    void tellsOfTheImportWhatIsHeldInIt() throws Exception {
        repository.write(GATE, Samples.episode("The gate", 1).replace("2024-03-01T09", "9999-99-99T99"));
        repository.write("_posts/2024-03-04-owls.md", "---\ntitle: The owls\n---\nNight.\n");
        repository.commitAndPush("Break");

        register(StandInForge.TOKEN);

        awaitState("failure", "1 item imported, 1 item held, 1 error");
    }

    @Test
    void saysThatTheForgeDoesNotKnowTheRepositoryOrHidesIt() throws Exception {
        String elsewhere = status(StandInForge.TOKEN).replace("show/content", "show/contents");
        SiteCalls.put(site, repository.url(), elsewhere).then().statusCode(201);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SiteCalls.get(site).getString("statusProblem"))
                        .isNotNull());
        assertThat(SiteCalls.get(site).getString("statusProblem"))
                .startsWith("127.0.0.1 answered 404 for commit ")
                .contains("of show/contents")
                .contains("status.repository")
                .contains("status.token");
        SiteCalls.put(site, repository.url(), status(StandInForge.TOKEN)).then().statusCode(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> !forge.taken().isEmpty());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SiteCalls.get(site).getString("statusProblem"))
                        .isNull());
    }

    @Test
    void saysOnceThatItsTokenIsRefusedAndGoesOnWithAnother() throws Exception {
        register("another-token");
        repository.write("_posts/2024-03-04-owls.md", "---\ntitle: The owls\npublished: false\n---\nNight.\n");
        pushed("First");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SiteCalls.get(site).getString("statusProblem"))
                        .isNotNull());
        assertThat(SiteCalls.get(site).getString("statusProblem")).isEqualTo("127.0.0.1 answered 401");
        assertThat(SiteCalls.get(site).getString("status")).isEqualTo("ready");
        repository.write("readme.txt", "x");
        String second = pushed("Second");
        assertThat(SiteCalls.receipt(site, second).getString("status")).isEqualTo("processed");
        assertThat(forge.answers()).containsOnly(401);
        int refusals = forge.answers().size();

        SiteCalls.put(site, repository.url(), status(StandInForge.TOKEN)).then().statusCode(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> forge.taken().size() >= 2);
        assertThat(SiteCalls.get(site).getString("statusProblem")).isNull();
        assertThat(refusals).isLessThanOrEqualTo(2);
        assertThat(SiteCalls.admin().get("/api/v1/sites/" + site).asString()).doesNotContain(StandInForge.TOKEN);
    }

    @Test
    void waitsAsLongAsTheForgeAsks() throws Exception {
        forge.busyOnce("2");
        register(StandInForge.TOKEN);

        await().atMost(Duration.ofSeconds(60)).until(() -> forge.answers().size() >= 2);

        assertThat(forge.answers()).startsWith(429, 201);
        assertThat(forge.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tellsNothingWhereNobodyAskedForIt() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(GATE, Samples.episode("The gate", 1));
        pushed("Add");

        assertThat(Database.count("select count(*) from commit_status where site = '" + site + "'"))
                .isZero();
    }

    @Test
    void namesWhatIsWrongWithItsSettings() {
        SiteCalls.put(site, repository.url(), ", \"status\": true")
                .then()
                .statusCode(400)
                .body("detail", org.hamcrest.Matchers.containsString("status.forge must be one of github, gitlab"));
        SiteCalls.put(site, repository.url(), ", \"status\": {\"forge\": \"sourcehut\", \"colour\": 1}")
                .then()
                .statusCode(400)
                .body("detail", org.hamcrest.Matchers.containsString("status.colour"));
        assertThat(states()).isEmpty();
    }
}
