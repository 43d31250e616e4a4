package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.contentevents.SiteState.Lifecycle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of documents that move, break, go, and come back. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ContentFlowTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String MOTHS = "_episodes/2024-03-02-moths.md";

    @ConfigProperty(name = "COMMITCAST_DATA")
    String data;

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

    private String pushed(String message) throws Exception {
        String commit = repository.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        return commit;
    }

    private ContentSnapshot titled(String title) {
        return Topics.content(site).stream()
                .filter(snapshot -> snapshot.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsGuidOfMovedEpisode() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot before = titled("The gate");
        repository.move(GATE, "_episodes/season-1/2024-03-01-the-old-gate.md");

        var receipt = SiteCalls.receipt(site, pushed("Move"));

        assertThat(receipt.getString("items[0].change")).isEqualTo("moved");
        assertThat(receipt.getString("items[0].previousPath")).isEqualTo(GATE);
        ContentSnapshot after = titled("The gate");
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.guid()).isEqualTo(before.guid());
        assertThat(after.url()).isEqualTo("https://garden.example/episode/the-old-gate/");
        assertThat(after.earlierUrls()).containsExactly(before.url());
    }

    @Test
    void holdsBrokenDocumentAndPublishesTheRest() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(GATE, "---\ntitle: \"The gate\ndate: [\n---\n");
        repository.write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3));

        var receipt = SiteCalls.receipt(site, pushed("Break one, add one"));

        assertThat(receipt.getString("findings[0].path")).isEqualTo(GATE);
        assertThat(receipt.getInt("findings[0].line")).isGreaterThan(1);
        assertThat(titled("The pond").published()).isTrue();
        assertThat(titled("The gate").revision()).isEqualTo(1);
    }

    @Test
    void holdsNewDocumentThatTakesPublishedGuid() throws Exception {
        SiteCalls.register(site, repository);
        String guid = titled("The gate").guid();
        repository.write(
                "_episodes/2024-03-03-pond.md",
                Samples.episode("The pond", 3).replaceFirst("---\n", "---\nguid: \"" + guid + "\"\n"));

        var receipt = SiteCalls.receipt(site, pushed("Take a guid"));

        assertThat(receipt.getList("findings.rule")).contains("identity.guid-taken");
        assertThat(Topics.content(site)).hasSize(2);
    }

    @Test
    void withdrawsDeletedAndRestoresReturnedEpisode() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot before = titled("The moths");
        repository.delete(MOTHS);
        SiteCalls.receipt(site, pushed("Delete"));
        assertThat(titled("The moths").status()).isEqualTo(Status.WITHDRAWN);
        repository.write(MOTHS, Samples.episode("The moths", 2));

        SiteCalls.receipt(site, pushed("Bring back"));

        ContentSnapshot after = titled("The moths");
        assertThat(after.published()).isTrue();
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.firstPublishedAt()).isEqualTo(before.firstPublishedAt());
        assertThat(after.revision()).isEqualTo(3);
    }

    @Test
    void publishesSeveralCommitsOfOnePushOnceWithOneReceiptEach() throws Exception {
        SiteCalls.register(site, repository);
        repository.write("_episodes/2024-03-03-pond.md", Samples.episode("The ponf", 3));
        String first = repository.commit("Add with a slip");
        repository.write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3));

        String second = pushed("Mend the slip");

        assertThat(SiteCalls.receipt(site, second).getString("items[0].change")).isEqualTo("changed");
        var receipt = SiteCalls.receipt(site, first);
        assertThat(receipt.getString("head")).isEqualTo(second);
        assertThat(receipt.getString("items[0].change")).isEqualTo("added");
        assertThat(titled("The pond").revision()).isEqualTo(1);
    }

    @Test
    void endsInStateOfForcedHead() throws Exception {
        String begin = repository.git().getRepository().resolve("HEAD").name();
        SiteCalls.register(site, repository);
        repository.write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3));
        SiteCalls.receipt(site, pushed("Add"));
        repository.resetTo(begin);
        repository
                .write("_episodes/2024-03-04-owls.md", Samples.episode("The owls", 4))
                .commit("Other");

        String forced = repository.push(true);
        SiteCalls.pushed(site, forced);
        SiteCalls.receipt(site, forced);

        assertThat(titled("The pond").status()).isEqualTo(Status.WITHDRAWN);
        assertThat(titled("The owls").published()).isTrue();
    }

    @Test
    void definitionChangeIsNoNews() throws Exception {
        SiteCalls.register(site, repository);
        repository.write("_config.yml", Samples.CONFIG.replace("garden.example", "night.example"));

        SiteCalls.receipt(site, pushed("Move the site"));

        ContentSnapshot gate = titled("The gate");
        assertThat(gate.cause()).isEqualTo(Cause.DEFINITION);
        assertThat(gate.url()).startsWith("https://night.example/");
        assertThat(gate.guid()).startsWith("https://garden.example/");
        assertThat(Topics.site(site).definition().url()).hasToString("https://night.example");
    }

    @Test
    void emptyRepositoryHasEmptyBaselineAndAllThatComesIsNews() throws Exception {
        try (TestRepository empty = TestRepository.fresh()) {
            SiteCalls.register(site, empty);
            assertThat(Topics.site(site).imported().sequence()).isZero();
            String commit = empty.write("_config.yml", Samples.CONFIG)
                    .write(GATE, Samples.episode("The gate", 1))
                    .commitAndPush("Begin");
            SiteCalls.pushed(site, commit);

            SiteCalls.receipt(site, commit);

            assertThat(titled("The gate").baseline()).isFalse();
            assertThat(titled("The gate").cause()).isEqualTo(Cause.CONTENT);
        }
    }

    @Test
    void saysWhyRepositoryCannotBeReadAndKeepsItems() throws Exception {
        SiteCalls.register(site, repository);
        repository.renameSharedBranch("other");

        SiteCalls.admin().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);

        assertThat(SiteCalls.awaitStatus(site, "failing").getString("reason")).contains("main");
        assertThat(Topics.content(site)).allMatch(ContentSnapshot::published);
    }

    @Test
    void removedSiteWithdrawsItsItems() {
        SiteCalls.register(site, repository);
        String incarnation = SiteCalls.get(site).getString("incarnation");
        assertThat(Path.of(data, incarnation + ".git")).exists();

        SiteCalls.admin().delete("/api/v1/sites/" + site).then().statusCode(204);

        assertThat(Topics.content(site)).noneMatch(ContentSnapshot::published);
        assertThat(Topics.site(site).lifecycle()).isEqualTo(Lifecycle.REMOVED);
        SiteCalls.admin().get("/api/v1/sites/" + site).then().statusCode(404);
        assertThat(Path.of(data, incarnation + ".git")).doesNotExist();
    }

    @Test
    void adoptsGuidsOfEarlierFeed() throws Exception {
        String feed =
                """
                <?xml version="1.0"?>
                <rss version="2.0"><channel><title>Old</title>
                <item><title>The gate</title><guid isPermaLink="false">old-1</guid>
                <enclosure url="https://audio.example/night-garden-1.mp3" length="1" type="audio/mpeg"/></item>
                <item><title>Lost</title><guid isPermaLink="false">old-9</guid></item>
                </channel></rss>
                """;
        var file = java.nio.file.Files.createTempFile("feed", ".rss");
        java.nio.file.Files.writeString(file, feed);

        SiteCalls.put(site, repository.url(), ", \"adopt\": \"" + file.toUri() + "\"");
        SiteCalls.awaitStatus(site, "ready");

        assertThat(titled("The gate").guid()).isEqualTo("old-1");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(findings()).contains("adopt.unmatched"));
    }

    @Test
    void givesTheAdoptedGuidToAnEpisodeThatIsMendedAfterTheImport() throws Exception {
        var feed = java.nio.file.Files.createTempFile("feed", ".rss");
        java.nio.file.Files.writeString(
                feed,
                """
                <rss version="2.0"><channel><title>Old</title>
                <item><title>The owls</title><guid isPermaLink="false">old-7</guid>
                <enclosure url="https://audio.example/night-garden-7.mp3" length="1" type="audio/mpeg"/></item>
                </channel></rss>
                """);
        String owls = Samples.episode("The owls", 7);
        repository
                .write("_episodes/2024-03-07-owls.md", owls.replace("date: 2024-03-07", "date: some day"))
                .commitAndPush("Owls");
        SiteCalls.put(site, repository.url(), ", \"adopt\": \"" + feed.toUri() + "\"");
        SiteCalls.awaitStatus(site, "ready");
        String commit = repository.write("_episodes/2024-03-07-owls.md", owls).commitAndPush("Mend");

        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        assertThat(titled("The owls").guid()).isEqualTo("old-7");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(findings()).doesNotContain("adopt.unmatched"));
    }

    @Test
    void leavesEverythingAsItWasWhereTheGeneratorsConfigurationBreaks() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot before = titled("The gate");
        String broken = "title: The Night: Garden\n" + repository.read("_config.yml");
        String commit = repository.write("_config.yml", broken).commitAndPush("Slip");

        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        assertThat(findings()).contains("config.syntax");
        assertThat(titled("The gate")).isEqualTo(before);
        assertThat(Topics.site(site).definition().title()).isEqualTo("The Night Garden");
    }

    @Test
    void makesTheWholeBaselineOfTheDefinitionThatIsSaidDuringItsImport() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot before = titled("The gate");
        // As it is where the service ends between the import's first transaction and its last.
        Database.execute("update site set imported = false, processed_commit = null, importing_commit = '%s'"
                        .formatted(repository.sharedHead())
                + " where name = '" + site + "'");

        SiteCalls.put(site, repository.url(), ", \"url\": \"https://other.example\"");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Topics.site(site).lifecycle()).isEqualTo(Lifecycle.IMPORTED);
            assertThat(SiteCalls.get(site).getString("status")).isEqualTo("ready");
        });

        ContentSnapshot after = titled("The gate");
        assertThat(after.url()).startsWith("https://other.example/");
        assertThat(after.guid()).isEqualTo(after.url()).isNotEqualTo(before.guid());
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.baseline()).isTrue();
    }

    @Test
    void showsFindingsAHundredAtATime() throws Exception {
        SiteCalls.register(site, repository);
        Database.execute("insert into finding (site, incarnation, origin, path, rule, severity, line, col, message)"
                + " select name, incarnation, 'PROBE', 'p ' || n % 7, 'enclosure.unreachable', 'warning', n % 5, 1, n::text"
                + " from site, generate_series(1, 250) n where name = '" + site + "'");

        List<String> messages = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            var page = SiteCalls.admin()
                    .queryParam("cursor", cursor)
                    .get("/api/v1/sites/" + site + "/findings")
                    .jsonPath();
            messages.addAll(page.getList("findings.message", String.class));
            cursor = page.getString("next");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(messages).hasSize(250).doesNotHaveDuplicates();
        SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/findings?cursor=nonsense")
                .then()
                .statusCode(400);
    }

    private static final String BATS = "_episodes/2024-03-05-bats.md";

    private static String item(JsonPath receipt, String path, String field) {
        return receipt.getString("items.find { it.path == '" + path + "' }." + field);
    }

    @Test
    void tellsACommitNothingOfFilesThatItLeftAlone() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(BATS, "---\ntitle: [\n---\n");
        repository.write(".commitcast.yml", "timezone: Nowhere/Never\n");
        var broken = SiteCalls.receipt(site, pushed("Break"));
        assertThat(broken.getList("findings.path")).contains(BATS, ".commitcast.yml");
        repository.write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3));

        var receipt = SiteCalls.receipt(site, pushed("Add one that is right"));

        assertThat(receipt.getList("findings")).isEmpty();
        assertThat(findings()).contains("front-matter.syntax");
    }

    @Test
    void tellsACommitOfFilesThatItBrokeWithoutTouchingThem() throws Exception {
        repository.write(BATS, "---\ntitle: [\n---\n").commitAndPush("Break");
        SiteCalls.register(site, repository);
        repository.write("_config.yml", Samples.CONFIG.replace("/episode/:title/", "/episode/"));

        var receipt = SiteCalls.receipt(site, pushed("Give all the same page"));

        assertThat(receipt.getList("findings.rule")).contains("identity.url-taken");
        assertThat(receipt.getList("findings.path")).doesNotContain(BATS);
    }

    @Test
    void keepsTheFindingsOfTheHeadWhenItIsReadAgain() throws Exception {
        SiteCalls.register(site, repository);
        String commit = pushed(repository.write(BATS, "---\ntitle: [\n---\n"), "Break");
        assertThat(SiteCalls.receipt(site, commit).getList("findings.path")).containsOnly(BATS);

        SiteCalls.put(site, repository.url(), ", \"url\": \"https://other.example\"");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> titled("The gate").url().startsWith("https://other.example/"));

        assertThat(SiteCalls.receipt(site, commit).getList("findings.path")).containsOnly(BATS);
    }

    private String pushed(TestRepository changed, String message) throws Exception {
        String commit = changed.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        return commit;
    }

    @Test
    void tellsOfAnImportWhatIsWrongAndHowManyItemsThereAre() throws Exception {
        String commit = repository
                .write(BATS, "---\ntitle: [\n---\n")
                .write("_posts/2999-01-01-then.md", "---\ntitle: Then\n---\nWords.\n")
                .commitAndPush("More");
        SiteCalls.register(site, repository);

        var receipt = SiteCalls.receipt(site, commit);

        assertThat(receipt.getList("findings.path")).containsOnly(BATS);
        assertThat(receipt.getInt("imported.items")).isEqualTo(2);
        assertThat(receipt.getInt("imported.held")).isEqualTo(1);
        assertThat(receipt.getInt("imported.waiting")).isEqualTo(1);
    }

    @Test
    void warnsOfFoldersThatAreTooDeep() throws Exception {
        SiteCalls.register(site, repository);
        repository.write("x/".repeat(45) + "2024-03-05-bats.md", Samples.episode("The bats", 5));

        var receipt = SiteCalls.receipt(site, pushed("Go deep"));

        assertThat(receipt.getList("findings.rule")).isEqualTo(List.of("path.too-deep"));
        assertThat(findings()).contains("path.too-deep");
    }

    @Test
    void saysOfEachItemWhatBecameOfIt() throws Exception {
        SiteCalls.register(site, repository);
        repository
                .write(BATS, "---\ntitle: [\n---\n")
                .write("_posts/2999-01-01-then.md", "---\ntitle: Then\n---\nWords.\n")
                .write("_posts/2024-01-01-draft.md", "---\ntitle: Draft\npublished: false\n---\nWords.\n")
                .write("_posts/2024-01-02-now.md", "---\ntitle: Now\n---\nWords.\n")
                .write(GATE, Samples.episode("The green gate", 1))
                .delete(MOTHS);
        String commit = pushed("All kinds");

        var receipt = SiteCalls.receipt(site, commit);

        assertThat(item(receipt, BATS, "outcome")).isEqualTo("held");
        assertThat(item(receipt, "_posts/2999-01-01-then.md", "outcome")).isEqualTo("waiting");
        assertThat(item(receipt, "_posts/2999-01-01-then.md", "due")).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(item(receipt, "_posts/2024-01-01-draft.md", "outcome")).isEqualTo("hidden");
        assertThat(item(receipt, "_posts/2024-01-02-now.md", "outcome")).isEqualTo("published");
        assertThat(item(receipt, GATE, "outcome")).isEqualTo("revised");
        assertThat(item(receipt, MOTHS, "outcome")).isEqualTo("withdrawn");
        String page = given().get(receipt.getString("page").substring("http://ingest.example".length()))
                .asString();
        assertThat(page)
                .contains("held: an error has to be mended first")
                .contains("waits for its date, 2999-01-01 00:00:00 UTC")
                .contains("not to be published");

        repository.write(BATS, Samples.episode("The bats", 5));
        SiteCalls.receipt(site, pushed("Mend"));

        assertThat(item(SiteCalls.receipt(site, commit), BATS, "outcome")).isEqualTo("published");
    }

    @Test
    void holdsAPublishedEpisodeWhoseGuidChanges() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(GATE, Samples.episode("The gate", 1).replace("title:", "guid: another\ntitle:"));

        var receipt = SiteCalls.receipt(site, pushed("Change a guid"));

        assertThat(receipt.getList("findings.rule")).contains("identity.guid-changed");
        assertThat(item(receipt, GATE, "outcome")).isEqualTo("held");
        assertThat(titled("The gate").revision()).isEqualTo(1);
    }

    @Test
    void makesOneNewItemOfADraftThatBecomesAPost() throws Exception {
        SiteCalls.register(site, repository);
        repository.write("_drafts/pond.md", "---\ntitle: The pond\n---\nStill water.\n");
        SiteCalls.receipt(site, pushed("Draft"));
        assertThat(Topics.content(site)).extracting(ContentSnapshot::title).doesNotContain("The pond");
        repository.move("_drafts/pond.md", "_posts/2024-03-05-pond.md");

        SiteCalls.receipt(site, pushed("Publish"));

        assertThat(Topics.content(site))
                .filteredOn(snapshot -> snapshot.title().equals("The pond"))
                .extracting(ContentSnapshot::url, ContentSnapshot::published, ContentSnapshot::revision)
                .containsExactly(tuple("https://garden.example/2024/03/05/pond.html", true, 1L));
        assertThat(titled("The pond").cause()).isEqualTo(Cause.CONTENT);
        assertThat(SiteCalls.items(site).getList("items")).hasSize(3);
    }

    @Test
    void readsASiteInAFolderAndKeepsItWhenAnotherOneIsConfigured() throws Exception {
        repository
                .move(GATE, "website/" + GATE)
                .move(MOTHS, "website/" + MOTHS)
                .move("_config.yml", "website/_config.yml")
                .write("README.md", "# A program\n")
                .commitAndPush("Move the site");
        SiteCalls.register(site, repository);
        assertThat(titled("The gate").path()).isEqualTo("website/" + GATE);
        assertThat(titled("The gate").url()).isEqualTo("https://garden.example/episode/gate/");
        repository
                .write("docs/_config.yml", "theme: plain\n")
                .write("notes/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nA note.\n");

        SiteCalls.receipt(site, pushed("Configure the manual"));

        assertThat(findings()).contains("site-file.folder");
        assertThat(Topics.content(site))
                .hasSize(2)
                .allMatch(ContentSnapshot::published)
                .allMatch(snapshot -> snapshot.revision() == 1);
    }

    private List<String> findings() {
        return SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/findings")
                .jsonPath()
                .getList("findings.rule", String.class);
    }

    @Test
    void namesUnknownFieldsOfDefinition() {
        SiteCalls.put(site, repository.url(), ", \"colour\": \"green\", \"gate\": \"maybe\"")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", org.hamcrest.Matchers.containsString("colour"))
                .body("detail", org.hamcrest.Matchers.containsString("gate"));
    }
}
