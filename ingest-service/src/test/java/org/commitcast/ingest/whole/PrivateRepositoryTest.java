package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.commitcast.ingest.checkout.GitOverHttp;
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
    void forgetsCredentialsOfRemovedSite() {
        say(", \"token\": \"" + CANARY + "\"");
        SiteCalls.awaitStatus(site, "ready");

        SiteCalls.admin().delete("/api/v1/sites/" + site).then().statusCode(204);
        assertThat(rows("site = '" + site + "'")).isZero();

        say("");
        SiteCalls.awaitReason(site, "The repository asks for credentials.");
    }
}
