package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SiteState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a push that changes one file has to know of the files that it leaves alone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class NeighboursTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String MOTHS = "_episodes/2024-03-02-moths.md";
    private static final String POND = "_episodes/2024-03-03-pond.md";
    private static final String SAME_AUDIO = "enclosure.duplicate";

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithTwoEpisodes() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write(GATE, Samples.episode("The gate", 1))
                .write(MOTHS, Samples.episode("The moths", 2));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private JsonPath pushed(String message) throws Exception {
        String commit = repository.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        return SiteCalls.receipt(site, commit);
    }

    private List<String> pathsWithSameAudio() {
        return SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/findings")
                .jsonPath()
                .getList("findings.findAll { it.rule == '" + SAME_AUDIO + "' }.path");
    }

    @Test
    void tellsOfAudioThatAnUntouchedEpisodeHasUntilEitherChanges() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(POND, Samples.episode("The pond", 1));
        assertThat(pushed("Copy").getList("findings.rule")).contains(SAME_AUDIO);

        repository.write(MOTHS, Samples.episode("The moths again", 2));
        assertThat(pushed("Change another").getList("findings.rule")).doesNotContain(SAME_AUDIO);
        assertThat(pathsWithSameAudio()).containsExactly(POND);

        repository.write(GATE, Samples.episode("The gate", 7));
        pushed("Give the first one other audio");
        assertThat(pathsWithSameAudio()).isEmpty();
    }

    @Test
    void tellsOfSameAudioNoMoreWhenTheFirstOneIsGone() throws Exception {
        repository.write(POND, Samples.episode("The pond", 1)).commitAndPush("Copy");
        SiteCalls.register(site, repository);
        assertThat(pathsWithSameAudio()).containsExactly(POND);

        repository.delete(GATE);
        pushed("Delete the first one");

        assertThat(pathsWithSameAudio()).isEmpty();
    }

    @Test
    void holdsNewDocumentThatTakesThePageOfAnUntouchedOneUntilThatMoves() throws Exception {
        SiteCalls.register(site, repository);
        String taking = "---\nguid: its-own\npermalink: /episode/gate/\n";
        repository.write(POND, Samples.episode("The pond", 3).replaceFirst("---\n", taking));
        assertThat(pushed("Take a page").getList("findings.rule")).contains("identity.url-taken");

        repository.write(
                GATE, Samples.episode("The gate", 1).replaceFirst("---\n", "---\npermalink: /episode/old-gate/\n"));
        pushed("Leave the page");

        assertThat(Topics.content(site))
                .extracting(ContentSnapshot::title, ContentSnapshot::url)
                .contains(
                        tuple("The pond", "https://garden.example/episode/gate/"),
                        tuple("The gate", "https://garden.example/episode/old-gate/"));
    }

    @Test
    void countsItemsThatPushesAddAndRemove() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(POND, Samples.episode("The pond", 3));
        pushed("Add");
        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(3);

        repository.delete(POND).delete(MOTHS);
        pushed("Remove");

        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(1);
    }

    @Test
    void readsDocumentsOfABundleThatAPushMakesByTheirNewPlace() throws Exception {
        repository.delete("_config.yml").delete(GATE).delete(MOTHS);
        repository
                .write("hugo.toml", "baseURL = \"https://garden.example/\"\n")
                .write("content/posts/gate.md", "---\ntitle: The gate\ndate: 2024-03-01\n---\nText.\n");
        repository.commitAndPush("Move to Hugo");
        SiteCalls.register(site, repository);
        repository.write("content/posts/pond/notes.md", "---\ntitle: Notes\ndate: 2024-03-02\n---\nNotes.\n");
        repository.write("content/posts/pond/index.md", "---\ntitle: The pond\ndate: 2024-03-02\n---\nText.\n");

        pushed("Add a page with a part");

        assertThat(Topics.content(site))
                .extracting(ContentSnapshot::title)
                .containsExactlyInAnyOrder("The gate", "The pond");
    }

    @Test
    void importsAndReadsAgainMoreDocumentsThanAreKeptAtOnce() throws Exception {
        for (int number = 1; number <= 450; number++) {
            repository.write(
                    "_episodes/2024-04-01-number-" + number + ".md",
                    Samples.episode("Number " + number, 5).replace("night-garden-5", "number-" + number));
        }
        repository.commitAndPush("Many");
        SiteCalls.register(site, repository);
        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(452);
        SiteState.Import baseline = Topics.site(site).imported();
        assertThat(baseline).isNotNull();
        assertThat(baseline.items()).isEqualTo(452);

        repository.write("_config.yml", Samples.CONFIG.replace("/episode/:title/", "/shows/:title/"));
        pushed("Move all pages");

        assertThat(Topics.content(site)).hasSize(452).allSatisfy(item -> assertThat(item.url())
                .startsWith("https://garden.example/shows/"));
    }
}
