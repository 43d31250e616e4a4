package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a look at the audio leads to. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AudioProbeTest {
    private static final String POND = "_episodes/2024-03-03-pond.md";

    private final AudioHost host = new AudioHost();
    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithOneEpisode() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write("_episodes/2024-03-01-gate.md", episode("The gate", "/gone.mp3", 7));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
        host.close();
    }

    private String episode(String title, String audio, int length) {
        return Samples.episode(title, 1)
                .replaceFirst("file: .*", "file: " + host.url(audio))
                .replaceFirst("length: .*", "length: " + length);
    }

    private void register(String policy) {
        SiteCalls.put(site, repository.url(), ", \"enclosureProbe\": \"" + policy + "\"");
        SiteCalls.awaitStatus(site, "ready");
    }

    private String pushed(String message) throws Exception {
        String commit = repository.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
        return commit;
    }

    private List<String> rules(String path) {
        return SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/findings")
                .jsonPath()
                .getList("findings.findAll { it.path == '" + path + "' }.rule");
    }

    private void awaitRules(String path, String... rules) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rules(path)).containsExactlyInAnyOrder(rules));
    }

    private List<String> published() {
        return Topics.content(site).stream().map(snapshot -> snapshot.title()).toList();
    }

    @Test
    void publishesAtOnceAndTellsOfMissingAudioWhereItOnlyWarns() throws Exception {
        register("warn");
        repository.write(POND, episode("The pond", "/pond.mp3", 1200));

        String commit = pushed("Audio to come");

        assertThat(published()).contains("The pond");
        awaitRules(POND, "enclosure.unreachable");
        var receipt = SiteCalls.receipt(site, commit);
        assertThat(receipt.getString("findings[0].rule")).isEqualTo("enclosure.unreachable");
        assertThat(receipt.getString("findings[0].severity")).isEqualTo("warning");
        assertThat(receipt.getInt("findings[0].line")).isEqualTo(4);
    }

    @Test
    void holdsNewEpisodeUntilItsAudioIsThere() throws Exception {
        register("hold");
        assertThat(published()).containsExactly("The gate");
        repository.write(POND, episode("The pond", "/pond.mp3", 1200));
        repository.write("_posts/2024-03-04-owls.md", "---\ntitle: The owls\n---\nNight.\n");

        String commit = pushed("Audio to come");

        awaitRules(POND, "enclosure.unreachable");
        assertThat(published()).contains("The owls").doesNotContain("The pond");
        host.upload("/pond.mp3", 1200);
        await().atMost(Duration.ofSeconds(60)).until(() -> published().contains("The pond"));
        awaitRules(POND);
        var receipt = SiteCalls.receipt(site, commit);
        assertThat(receipt.getList("findings")).isEmpty();
        assertThat(Topics.content(site))
                .filteredOn(snapshot -> snapshot.title().equals("The pond"))
                .singleElement()
                .satisfies(pond -> assertThat(pond.baseline()).isFalse());
    }

    @Test
    void keepsEpisodeAsItIsUntilItsNewAudioIsThere() throws Exception {
        register("hold");
        host.upload("/pond.mp3", 1200);
        repository.write(POND, episode("The pond", "/pond.mp3", 1200));
        pushed("Add");
        await().atMost(Duration.ofSeconds(60)).until(() -> published().contains("The pond"));
        repository.write(POND, episode("The deep pond", "/deeper.mp3", 1300));
        pushed("Replace");
        awaitRules(POND, "enclosure.unreachable");
        assertThat(published()).contains("The pond").doesNotContain("The deep pond");

        host.upload("/deeper.mp3", 1300);

        await().atMost(Duration.ofSeconds(60)).until(() -> published().contains("The deep pond"));
    }

    @Test
    void publishesEpisodeWhoseAudioComesWhileItIsWrittenDownThatItWaits() throws Exception {
        register("hold");
        repository.write(POND, episode("The pond", "/pond.mp3", 1200));
        pushed("Audio to come");
        awaitRules(POND, "enclosure.unreachable");

        try (Connection other = Database.open()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from site where name = '" + site + "' for update");
            repository.write(POND, episode("The deep pond", "/pond.mp3", 1200));
            SiteCalls.pushed(site, repository.commitAndPush("Another title"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Database.count("select count(*) from pg_locks where not granted") > 0);
            host.upload("/pond.mp3", 1200);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Database.count("select count(*) from enclosure_probe where state = 'GOOD' and path = '"
                                    + POND + "' and site = '" + site + "'")
                            == 1);
            other.commit();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> published().contains("The deep pond"));
    }

    @Test
    void looksAtARepositoryWithoutWebhooksAsOftenAsBeforeItsAudioCame() throws Exception {
        SiteCalls.admin()
                .body("{\"repository\": {\"url\": \"%s\"}, \"enclosureProbe\": \"hold\"}".formatted(repository.url()))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        SiteCalls.awaitStatus(site, "ready");
        String commit =
                repository.write(POND, episode("The pond", "/pond.mp3", 1200)).commitAndPush("Audio to come");
        SiteCalls.admin().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);
        SiteCalls.receipt(site, commit);
        awaitRules(POND, "enclosure.unreachable");
        host.upload("/pond.mp3", 1200);
        await().atMost(Duration.ofSeconds(60)).until(() -> published().contains("The pond"));

        Database.execute("update site_work set next_look_at = now() where site = '" + site + "'");

        String next = "select count(*) from site_work where site = '" + site + "' and next_look_at > now() + interval ";
        await().atMost(Duration.ofSeconds(60)).until(() -> Database.count(next + "'10 seconds'") == 1);
        assertThat(Database.count(next + "'3 minutes'")).isZero();
    }

    @Test
    void asksForTheSameAudioOnceOnly() throws Exception {
        host.upload("/gone.mp3", 7);
        register("warn");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Database.count(
                                "select count(*) from enclosure_probe where state = 'GOOD' and site = '" + site + "'")
                        == 1);
        int before = host.asked();
        repository.write("_posts/2024-03-04-owls.md", "---\ntitle: The owls\n---\nNight.\n");
        pushed("Something else");
        repository.write("_config.yml", Samples.CONFIG + "subtitle: All night\n");
        pushed("Something of all");

        assertThat(host.asked()).isEqualTo(before);
    }

    @Test
    void asksOneHostOneThingAtATime() throws Exception {
        for (int number = 1; number <= 6; number++) {
            host.upload("/" + number + ".mp3", 1200);
            repository.write(
                    "_episodes/2024-02-0" + number + "-x.md", episode("X" + number, "/" + number + ".mp3", 1200));
        }
        repository.commitAndPush("More");

        register("warn");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Database.count(
                                "select count(*) from enclosure_probe where state = 'GOOD' and site = '" + site + "'")
                        == 6);
        assertThat(host.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void goesToNoAddressThatIsNotAllowed() throws Exception {
        register("warn");
        repository.write(
                POND, episode("The pond", "/x", 1).replaceFirst("file: .*", "file: http://10.11.12.13/pond.mp3"));

        pushed("Look inside");

        awaitRules(POND, "enclosure.unreachable");
        assertThat(SiteCalls.admin().get("/api/v1/sites/" + site + "/findings").asString())
                .contains("10.11.12.13 is a private address");
    }

    @Test
    void forgetsWhatItFoundWhereNobodyWantsToKnow() throws Exception {
        register("warn");
        awaitRules("_episodes/2024-03-01-gate.md", "enclosure.unreachable");

        SiteCalls.put(site, repository.url(), "");

        awaitRules("_episodes/2024-03-01-gate.md");
    }
}
