package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SiteState;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.microprofile.config.ConfigProvider;
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
    void tellsNothingOfADraftThatBeganAsACopy() throws Exception {
        SiteCalls.register(site, repository);

        repository.write("_drafts/pond.md", Samples.episode("The pond", 1));
        JsonPath receipt = pushed("Draft");
        repository.write("_drafts/pond.md", Samples.episode("The deep pond", 1));
        JsonPath changed = pushed("Go on");
        repository.move("_drafts/pond.md", POND);
        JsonPath finished = pushed("Finish");

        assertThat(receipt.getList("items")).isEmpty();
        assertThat(receipt.getList("findings")).isEmpty();
        assertThat(changed.getList("items")).isEmpty();
        assertThat(finished.getString("items[0].outcome")).isEqualTo("published");
        assertThat(finished.getList("findings.rule")).contains(SAME_AUDIO);
        assertThat(pathsWithSameAudio()).containsExactly(POND);
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
    void recomputesThePagesBelowASectionThatSaysSomethingElseForThem() throws Exception {
        repository.delete("_config.yml").delete(GATE).delete(MOTHS);
        String page = "---\ntitle: %s\ndate: 2024-03-02\n%s---\nText.\n";
        repository
                .write("hugo.toml", "baseURL = \"https://garden.example/\"\n")
                .write("content/posts/_index.md", "---\ncascade:\n  author: Ada\n---\n")
                .write("content/posts/gate.md", page.formatted("Gate", ""))
                .write("content/posts/pond.md", page.formatted("Pond", "author: Own\n"));
        repository.commitAndPush("Move to Hugo");
        SiteCalls.register(site, repository);
        assertThat(titled("Gate").authors()).containsExactly("Ada");
        long own = titled("Pond").revision();

        repository.write("content/posts/_index.md", "---\ntitle: Posts\ncascade:\n  author: Bea\n---\n");
        pushed("Another author");
        assertThat(titled("Gate").authors()).containsExactly("Bea");
        assertThat(titled("Gate").cause()).isEqualTo(Cause.DEFINITION);

        repository.write("content/posts/_index.md", "---\ncascade: [\n---\n");
        assertThat(pushed("Break it").getList("findings.path")).contains("content/posts/_index.md");
        assertThat(titled("Gate").authors()).containsExactly("Bea");
        assertThat(titled("Pond").revision()).isEqualTo(own);
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
        assertThat(Topics.content(site))
                .allSatisfy(item -> assertThat(item.batch().count()).isEqualTo(452))
                .extracting(item -> item.batch().index())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 452).boxed().toList());
        SiteCalls.admin().delete("/api/v1/sites/" + site).then().statusCode(204);
        assertThat(Topics.content(site))
                .noneMatch(ContentSnapshot::published)
                .extracting(item -> item.batch().index())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 452).boxed().toList());
    }

    private ContentSnapshot titled(String title) {
        return Topics.content(site).stream()
                .filter(snapshot -> snapshot.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> published() {
        return Topics.content(site).stream()
                .filter(ContentSnapshot::published)
                .map(ContentSnapshot::title)
                .sorted()
                .toList();
    }

    private static String at(String page, String episode) {
        return episode.replaceFirst("---\n", "---\npermalink: " + page + "\n");
    }

    @Test
    void letsAPublishedEpisodeMoveToAPageAsSoonAsItsNeighbourLeavesIt() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(MOTHS, at("/episode/gate/", Samples.episode("The moths", 2)));
        assertThat(pushed("Want a page").getList("findings.rule")).contains("identity.url-taken");
        assertThat(titled("The moths").url()).isEqualTo("https://garden.example/episode/moths/");

        repository.write(GATE, at("/episode/old-gate/", Samples.episode("The gate", 1)));
        pushed("Leave it");

        assertThat(titled("The moths").url()).isEqualTo("https://garden.example/episode/gate/");
        assertThat(SiteCalls.admin()
                        .get("/api/v1/sites/" + site + "/findings")
                        .jsonPath()
                        .getList("findings.rule"))
                .doesNotContain("identity.url-taken");
    }

    @Test
    void tellsOfSameAudioInAFileWhoseNameIsNotInUnicode() throws Exception {
        SiteCalls.register(site, repository);
        var git = repository.git();
        ObjectId blob;
        try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            blob = inserter.insert(
                    Constants.OBJ_BLOB, Samples.episode("The cafe", 1).getBytes(StandardCharsets.UTF_8));
            inserter.flush();
        }
        var name = new DirCacheEntry("_episodes/2024-03-05-caf\u00e9.md".getBytes(StandardCharsets.ISO_8859_1));
        DirCache index = git.getRepository().lockDirCache();
        DirCacheEditor editor = index.editor();
        editor.add(new DirCacheEditor.PathEdit(name) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob);
            }
        });
        editor.commit();
        git.commit().setMessage("Copy").call();
        String commit = repository.push();
        SiteCalls.pushed(site, commit);

        SiteCalls.receipt(site, commit);

        assertThat(pathsWithSameAudio()).containsExactly("_episodes/2024-03-05-caf\u00e9.md");
        assertThat(published()).containsExactly("The cafe", "The gate", "The moths");
    }

    @Test
    void takesPagesForPartsOfAnotherWhileThatLiesBesideThem() throws Exception {
        repository.delete("_config.yml").delete(GATE).delete(MOTHS);
        repository
                .write("hugo.toml", "baseURL = \"https://garden.example/\"\n")
                .write("content/posts/pond/notes.md", "---\ntitle: Notes\ndate: 2024-03-02\n---\nNotes.\n");
        repository.commitAndPush("Move to Hugo");
        SiteCalls.register(site, repository);
        assertThat(published()).containsExactly("Notes");

        repository.write("content/posts/pond/index.md", "---\ntitle: The pond\ndate: 2024-03-02\n---\nText.\n");
        pushed("Make it one page");
        assertThat(published()).containsExactly("The pond");

        repository.delete("content/posts/pond/index.md");
        pushed("And no more");
        assertThat(published()).containsExactly("Notes");
    }

    @Test
    void givesAPageToWhoWaitsForItWhenItsTimeIsOver() throws Exception {
        repository.delete("_config.yml").delete(GATE).delete(MOTHS);
        String page = "+++\ntitle = '%s'\ndate = 2024-03-02\nurl = '/offer/'\n%s+++\nText.\n";
        repository
                .write("hugo.toml", "baseURL = \"https://garden.example/\"\n")
                .write("content/posts/now.md", page.formatted("Now", ""));
        repository.commitAndPush("Move to Hugo");
        SiteCalls.register(site, repository);
        repository.write("content/posts/then.md", page.formatted("Then", "guid = 'its-own'\n"));
        assertThat(pushed("Wait for the page").getList("findings.rule")).contains("identity.url-taken");

        Instant until = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        repository.write("content/posts/now.md", page.formatted("Now", "expiryDate = " + until + "\n"));
        pushed("Say until when it holds");

        await().atMost(Duration.ofSeconds(60)).until(() -> published().equals(List.of("Then")));
    }

    @Test
    void knowsAnEpisodeByAudioThatOnlyAnotherDefinitionFound() throws Exception {
        repository
                .write(GATE, Samples.episode("The gate", 1).replace("file:", "sound:"))
                .write(MOTHS, Samples.episode("The moths", 2).replace("file:", "sound:"));
        repository.commitAndPush("Say it otherwise");
        SiteCalls.register(site, repository);
        repository.write(".commitcast.yml", "fields:\n  enclosure: sound\n");
        pushed("Say what it is");
        ContentSnapshot before = titled("The moths");
        assertThat(before.enclosure()).isNotNull();

        repository.delete(MOTHS);
        repository.write(
                POND,
                Samples.episode("The moths of May", 2)
                        .replace("file:", "sound:")
                        .replaceAll("(?s)Tonight.*", "All of it was said again, in other words.\n"));
        pushed("Say it anew");

        assertThat(titled("The moths of May").contentId()).isEqualTo(before.contentId());
        assertThat(titled("The moths of May").guid()).isEqualTo(before.guid());
    }

    @Test
    void withdrawsWhatAForcedBranchLeftOutThoughTheCommitBeforeIsNotHere() throws Exception {
        repository.delete("_config.yml").delete(GATE).delete(MOTHS);
        repository.write("posts/gate.md", "---\ntitle: The gate\ndate: 2024-03-01\n---\nText.\n");
        String begin = repository.commitAndPush("Plain Markdown");
        repository.write("posts/moths.md", "---\ntitle: The moths\ndate: 2024-03-02\n---\nText.\n");
        repository.commitAndPush("Add");
        SiteCalls.put(site, repository.url(), ", \"url\": \"https://garden.example\"")
                .then()
                .statusCode(201);
        SiteCalls.awaitStatus(site, "ready");
        assertThat(published()).containsExactly("The gate", "The moths");
        forgetCopy();
        repository.resetTo(begin);
        repository.write("posts/pond.md", "---\ntitle: The pond\ndate: 2024-03-03\n---\nText.\n");
        repository.commit("Add another instead");
        String forced = repository.push(true);

        SiteCalls.pushed(site, forced);
        SiteCalls.receipt(site, forced);

        assertThat(published()).containsExactly("The gate", "The pond");
    }

    /** As if another instance went on with the site. */
    private void forgetCopy() throws Exception {
        String data = ConfigProvider.getConfig().getValue("commitcast.checkout.folder", String.class);
        Path copy = Path.of(data).resolve(Topics.site(site).incarnation() + ".git");
        assertThat(copy).isDirectory();
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
