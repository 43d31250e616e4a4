package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.commitcast.ingest.checkout.GitOverHttp;
import org.commitcast.ingest.commitstatus.StandInForge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repositories that not everybody may read. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PrivateRepositoryTest {
    private static final String CANARY = "canary-4b1f-token";

    private final String site = SiteCalls.freshName();
    private TestRepository repository;
    private GitOverHttp forge;

    @BeforeEach
    void aShowBehindADoor() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1));
        repository.commitAndPush("Begin");
        forge = new GitOverHttp(repository).wants("x-access-token", CANARY);
    }

    @AfterEach
    void close() {
        SiteCalls.admin().delete("/api/v1/sites/" + site);
        forge.close();
        repository.close();
    }

    private void say(String credentials) {
        SiteCalls.admin()
                .body("{\"repository\": {\"url\": \"" + forge.url() + "\"" + credentials + "}}")
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private static long rows(String condition) {
        return Database.count("select count(*) from site_secret where " + condition);
    }

    @Test
    void isReadWithTokenThatIsShownNowhere() {
        say(", \"token\": \"" + CANARY + "\"");

        SiteCalls.awaitStatus(site, "ready");

        assertThat(SiteCalls.admin().get("/api/v1/sites/" + site).asString()).doesNotContain(CANARY);
        assertThat(rows("site = '" + site + "'")).isEqualTo(1);
        assertThat(rows("position(convert_to('" + CANARY + "', 'UTF8') in sealed) > 0"))
                .isZero();
        assertThat(Database.count("select count(*) from site where said like '%canary%' or definition like '%canary%'"))
                .isZero();
    }

    @Test
    void saysThatCredentialsAreMissingUntilTheyAreGiven() {
        say("");
        assertThat(SiteCalls.awaitStatus(site, "failing").getString("reason"))
                .isEqualTo("The repository asks for credentials.");

        say(", \"username\": \"x-access-token\", \"password\": \"wrong\"");
        SiteCalls.awaitReason(site, "The repository refused the credentials.");

        say(", \"token\": \"" + CANARY + "\"");
        SiteCalls.awaitStatus(site, "ready");
        assertThat(rows("site = '" + site + "' and purpose = 'token'")).isEqualTo(1);
        assertThat(rows("site = '" + site + "'")).as("the password is gone").isEqualTo(1);
    }

    @Test
    void sendsItsCredentialsToNoApiAtAnotherServer() {
        try (StandInForge elsewhere = new StandInForge("github")) {
            SiteCalls.admin()
                    .body(
                            """
                    {"repository": {"url": "%s", "token": "%s"},
                     "status": {"forge": "github", "api": "%s", "repository": "show/content"}}
                    """
                                    .formatted(forge.url(), CANARY, elsewhere.url()))
                    .put("/api/v1/sites/" + site)
                    .then()
                    .statusCode(201);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(SiteCalls.get(site).getString("statusProblem"))
                            .isNotNull());

            assertThat(SiteCalls.get(site).getString("statusProblem")).contains("status.token");
            assertThat(elsewhere.answers()).isEmpty();
        }
    }

    @Test
    void keepsNoCredentialsForAnotherServer() throws Exception {
        SiteCalls.admin()
                .body(
                        """
                {"repository": {"url": "%s", "token": "%s"},
                 "status": {"forge": "github", "token": "status-canary", "api": "http://127.0.0.1:1/api"}}
                """
                                .formatted(forge.url(), CANARY))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        SiteCalls.awaitStatus(site, "ready");
        say("");
        assertThat(rows("site = '" + site + "' and purpose = 'token'"))
                .as("the server is the same")
                .isEqualTo(1);
        assertThat(rows("site = '" + site + "' and purpose = 'status-token'")).isZero();

        try (GitOverHttp mine = new GitOverHttp(repository).wants("x-access-token", "another")) {
            SiteCalls.admin()
                    .body("{\"repository\": {\"url\": \"" + mine.url() + "\"}}")
                    .put("/api/v1/sites/" + site)
                    .then()
                    .statusCode(200);

            SiteCalls.awaitReason(site, "The repository asks for credentials.");
            assertThat(rows("site = '" + site + "'")).isZero();
        }
    }

    @Test
    void forgetsCredentialsOfRemovedSite() {
        say(", \"token\": \"" + CANARY + "\"");
        SiteCalls.awaitStatus(site, "ready");

        SiteCalls.admin().delete("/api/v1/sites/" + site).then().statusCode(204);
        assertThat(rows("site = '" + site + "'")).isZero();

        say("");
        SiteCalls.awaitReason(site, "The repository asks for credentials.");
    }
}
