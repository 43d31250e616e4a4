package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a branch would do if it were merged. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PreviewTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String MOTHS = "_episodes/2024-03-02-moths.md";
    private static final String POND = "_episodes/2024-03-03-pond.md";
    private static final String OWLS = "_episodes/2024-03-04-owls.md";

    @ConfigProperty(name = "COMMITCAST_DATA")
    String data;

    private TestRepository repository;
    private String site;
    private String begin;

    @BeforeEach
    void aShowWithThreeEpisodes() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write(GATE, Samples.episode("The gate", 1))
                .write(MOTHS, Samples.episode("The moths", 2))
                .write(POND, Samples.episode("The pond", 3));
        begin = repository.commitAndPush("Begin");
        site = SiteCalls.register(SiteCalls.freshName(), repository);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private void propose(String ref) throws Exception {
        repository.commit("Propose");
        repository
                .git()
                .push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("+HEAD:" + ref))
                .call();
    }

    private Response post(String ref) {
        return SiteCalls.admin().body("{\"ref\": \"" + ref + "\"}").post("/api/v1/sites/" + site + "/preview");
    }

    private JsonPath preview(String ref) {
        return post(ref).then().statusCode(200).extract().jsonPath();
    }

    private static String item(JsonPath preview, String path, String field) {
        return preview.getString("items.find { it.path == '" + path + "' }." + field);
    }

    @Test
    void tellsWhatIsAddedChangedMovedRemovedAndHeld() throws Exception {
        repository.write(OWLS, Samples.episode("The owls", 4));
        repository.write(GATE, Samples.episode("The green gate", 1));
        repository.move(MOTHS, "_episodes/2024-03-02-all-moths.md");
        repository.delete(POND);
        repository.write("_episodes/2024-03-05-bats.md", "---\ntitle: [\n---\n");
        propose("refs/pull/7/head");

        var preview = preview("refs/pull/7/head");

        assertThat(preview.getBoolean("mergeable")).isTrue();
        assertThat(preview.getString("onto")).isEqualTo(begin);
        assertThat(item(preview, OWLS, "change")).isEqualTo("added");
        assertThat(item(preview, OWLS, "outcome")).isEqualTo("published");
        assertThat(item(preview, OWLS, "guid")).isEqualTo("https://garden.example/episode/owls/");
        assertThat(item(preview, GATE, "change")).isEqualTo("changed");
        assertThat(item(preview, GATE, "outcome")).isEqualTo("revised");
        assertThat(item(preview, GATE, "fields")).isEqualTo("[title]");
        assertThat(item(preview, "_episodes/2024-03-02-all-moths.md", "change")).isEqualTo("moved");
        assertThat(item(preview, "_episodes/2024-03-02-all-moths.md", "previousPath"))
                .isEqualTo(MOTHS);
        assertThat(item(preview, POND, "change")).isEqualTo("removed");
        assertThat(item(preview, POND, "outcome")).isEqualTo("withdrawn");
        assertThat(item(preview, "_episodes/2024-03-05-bats.md", "outcome")).isEqualTo("held");
        assertThat(preview.getList("findings.path")).contains("_episodes/2024-03-05-bats.md");
        assertThat(preview.getInt("errors")).isPositive();
    }

    @Test
    void tellsNothingOfWhatIsWrongElsewhere() throws Exception {
        String commit = repository
                .write("_episodes/2024-03-05-bats.md", "---\ntitle: [\n---\n")
                .commitAndPush("Break");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
        repository.write(OWLS, Samples.episode("The owls", 4));
        propose("refs/heads/owls");

        var preview = preview("owls");

        assertThat(preview.getList("items.path")).isEqualTo(List.of(OWLS));
        assertThat(preview.getList("findings")).isEmpty();
        assertThat(preview.getInt("errors")).isZero();
    }

    @Test
    void storesAndPublishesNothing() throws Exception {
        var before = Topics.content(site);
        repository.write(OWLS, Samples.episode("The owls", 4));
        propose("refs/heads/owls");

        preview("owls");
        assertThat(preview(repository.git().getRepository().resolve("HEAD").name())
                        .getList("items.path"))
                .isEqualTo(List.of(OWLS));

        assertThat(Topics.content(site)).isEqualTo(before);
        assertThat(SiteCalls.get(site).getString("lastCommit")).isEqualTo(begin);
        assertThat(SiteCalls.items(site).getList("items")).hasSize(3);
        try (var folders = Files.list(Path.of(data))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("scratch-"));
        }
    }

    @Test
    void readsTagsToo() throws Exception {
        repository.write(OWLS, Samples.episode("The owls", 4));
        propose("refs/tags/owls-1");

        assertThat(preview("owls-1").getList("items.path")).isEqualTo(List.of(OWLS));
    }

    @Test
    void mergesIntoWhatIsPublishedNow() throws Exception {
        repository.write(OWLS, Samples.episode("The owls", 4));
        propose("refs/heads/owls");
        repository.resetTo(begin);
        repository.write(GATE, Samples.episode("The red gate", 1)).delete(POND);
        String commit = repository.commitAndPush("Meanwhile");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        var preview = preview("owls");

        assertThat(preview.getList("items.path")).isEqualTo(List.of(OWLS));
        assertThat(preview.getString("onto")).isEqualTo(commit);
    }

    @Test
    void namesFilesThatContradict() throws Exception {
        repository.write(GATE, Samples.episode("The green gate", 1));
        propose("refs/heads/green");
        repository.resetTo(begin);
        String commit =
                repository.write(GATE, Samples.episode("The red gate", 1)).commitAndPush("Meanwhile");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        var preview = preview("green");

        assertThat(preview.getBoolean("mergeable")).isFalse();
        assertThat(preview.getList("conflicts")).isEqualTo(List.of(GATE));
    }

    @Test
    void findsNothingToDoInWhatIsMergedAlready() {
        assertThat(preview(begin).getList("items")).isEmpty();
        assertThat(preview("main").getList("items")).isEmpty();
    }

    @Test
    void seesGuidsThatSubscribersKnow() throws Exception {
        repository.write(GATE, Samples.episode("The gate", 1).replace("title:", "guid: another\ntitle:"));
        propose("refs/heads/guid");

        var preview = preview("guid");

        assertThat(preview.getString("findings[0].rule")).isEqualTo("identity.guid-changed");
        assertThat(item(preview, GATE, "outcome")).isEqualTo("held");
    }

    @Test
    void refusesWhatIsNoReference() {
        for (String ref : List.of("nowhere", "refs/heads/nowhere", "-x", "a..b", "0".repeat(40), "--upload-pack=x")) {
            post(ref).then().statusCode(404);
        }
        post("").then().statusCode(400);
        SiteCalls.admin()
                .body("{}")
                .post("/api/v1/sites/" + site + "/preview")
                .then()
                .statusCode(400);
        SiteCalls.admin()
                .body("{\"ref\": \"main\"}")
                .post("/api/v1/sites/nobody/preview")
                .then()
                .statusCode(404);
    }
}
