package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import org.commitcast.contentevents.ContentSnapshot;
import org.eclipse.jgit.transport.RefSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repositories as they are found: large, empty, with hidden posts, with pages that move all at once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RepositoryStatesTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShow() throws Exception {
        repository =
                TestRepository.fresh().write("_config.yml", Samples.CONFIG).write(GATE, Samples.episode("The gate", 1));
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static String post(String title, String permalink) {
        return "---\ntitle: %s\npermalink: %s\n---\nA word about it.\n".formatted(title, permalink);
    }

    private void pushTo(String branch) throws Exception {
        repository
                .git()
                .push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("HEAD:refs/heads/" + branch))
                .call();
    }

    private ContentSnapshot titled(String title) {
        return Topics.content(site).stream()
                .filter(snapshot -> snapshot.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void importsRepositoryOnDiskWhoseFilesAreNotPackedYet() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder(post("Long read " + i, "/long/" + i + "/"));
            while (text.length() < 45_000) {
                text.append(Long.toString(random.nextLong(), 36)).append(' ');
            }
            repository.write("_posts/2024-01-%02d-long-%d.md".formatted(1 + i % 28, i), text.toString());
        }
        repository.commitAndPush("Begin");

        SiteCalls.register(site, repository);

        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(61);
    }

    @Test
    void takesTheOnlyBranchOfARepositoryThatNamesAnother() throws Exception {
        Files.writeString(repository.sharedFolder().resolve("HEAD"), "ref: refs/heads/master\n");
        repository.commitAndPush("Begin");

        SiteCalls.register(site, repository);

        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(1);
    }

    @Test
    void asksForABranchWhereSeveralAreThereAndNoneIsNamed() throws Exception {
        Files.writeString(repository.sharedFolder().resolve("HEAD"), "ref: refs/heads/master\n");
        repository.commitAndPush("Begin");
        pushTo("next");

        SiteCalls.put(site, repository.url(), "").then().statusCode(201);

        SiteCalls.awaitReason(site, "The repository names no default branch: name one of its own, such as main, next.");
    }

    @Test
    void findsTheFirstPushToAnEmptyRepositoryWhateverItsBranchIsCalled() throws Exception {
        Files.writeString(repository.sharedFolder().resolve("HEAD"), "ref: refs/heads/trunk\n");
        SiteCalls.admin()
                .body("{\"repository\": {\"url\": \"%s\"}}".formatted(repository.url()))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        SiteCalls.awaitStatus(site, "ready");
        repository.commit("Begin");
        pushTo("trunk");

        Database.execute("update site_work set next_look_at = now() where site = '" + site + "'");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(1));
    }

    @Test
    void whatASettingBringsToLightIsNoNews() throws Exception {
        String hiding = Samples.CONFIG + "defaults:\n  - scope: {path: _posts}\n    values: {published: false}\n";
        repository
                .write("_config.yml", hiding)
                .write("_posts/2020-05-01-old.md", post("An old post", "/old/"))
                .commitAndPush("Begin");
        SiteCalls.register(site, repository);
        String commit = repository.write("_config.yml", Samples.CONFIG).commitAndPush("Show the old posts");

        SiteCalls.pushed(site, commit);

        var receipt = SiteCalls.receipt(site, commit);
        assertThat(receipt.getBoolean("items[0].quiet")).isTrue();
        assertThat(titled("An old post").baseline()).isTrue();
        assertThat(titled("An old post").published()).isTrue();
    }

    @Test
    void pagesMayMoveUpByOneInOneCommit() throws Exception {
        repository
                .write("_posts/2024-01-01-a.md", post("First", "/x/"))
                .write("_posts/2024-01-02-b.md", post("Second", "/y/"))
                .commitAndPush("Begin");
        SiteCalls.register(site, repository);
        String commit = repository
                .write("_posts/2024-01-01-a.md", post("First", "/y/"))
                .write("_posts/2024-01-02-b.md", post("Second", "/z/"))
                .commitAndPush("Move up");

        SiteCalls.pushed(site, commit);

        assertThat(SiteCalls.receipt(site, commit).getList("findings.rule")).doesNotContain("identity.url-taken");
        assertThat(titled("First").url()).isEqualTo("https://garden.example/y/");
        assertThat(titled("Second").url()).isEqualTo("https://garden.example/z/");
    }

    @Test
    void nobodyWaitsForTheFeedOfACommitThatPublishesNothing() throws Exception {
        repository.commitAndPush("Begin");
        SiteCalls.register(site, repository);
        String commit = repository.write(GATE, "---\ntitle: \"The gate\n---\n").commitAndPush("Break it");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        // No feed-service runs here: a receipt that waits for a feed comes back only when its time is up.
        var receipt = SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/commits/" + commit + "?wait=60s&for=feed")
                .then()
                .statusCode(200)
                .time(org.hamcrest.Matchers.lessThan(50_000L))
                .extract()
                .jsonPath();

        assertThat(receipt.getList("findings.severity")).contains("error");
    }
}
