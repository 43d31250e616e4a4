package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.checkout.GitOverHttp;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds on their way to the branch that a show's own host serves. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostingTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String TRANSCRIPT = "items/6a1f0c9e-0c1c-4b64-9a59-0d7f3a1b2c3d/transcript.vtt";
    private static final String TO_PAGES = ", \"publish\": {\"branch\": \"pages\", \"path\": \"feeds\"}";

    private TestRepository repository;
    private StandInFeedService feeds;
    private String site;
    private long revision;

    @BeforeEach
    void aShowWithAnEpisode() throws Exception {
        feeds = new StandInFeedService();
        repository =
                TestRepository.fresh().write("_config.yml", Samples.CONFIG).write(GATE, Samples.episode("The gate", 1));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        feeds.close();
        repository.close();
    }

    private void publishing(String publish) {
        publishing("\"url\": \"" + repository.url() + "\"", publish);
    }

    private void publishing(String content, String publish) {
        await().atMost(SOON).untilAsserted(() -> said(content, publish).then().statusCode(201));
        SiteCalls.awaitStatus(site, "ready");
    }

    private Response said(String content, String publish) {
        String definition = "{\"repository\": {%s}, \"webhook\": {\"secret\": \"%s\"}%s}"
                .formatted(content, SiteCalls.SECRET, publish);
        return SiteCalls.admin().body(definition).put("/api/v1/sites/" + site);
    }

    /** The feed-service has these documents, and tells that a feed changed. */
    private void served(Map<String, String> documents) throws Exception {
        long through = Topics.content(site).stream()
                .mapToLong(item -> item.sequence())
                .max()
                .orElse(0);
        feeds.has(incarnation(), through, documents);
        Told.send(new FeedState(
                site,
                incarnation(),
                "podcast",
                ++revision,
                "http://feeds.example/podcast.rss",
                "http://feeds.example/podcast.rss",
                "\"" + revision + "\"",
                through,
                1,
                List.of(Kind.EPISODE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.now(),
                List.of()));
    }

    private String incarnation() {
        return SiteCalls.get(site).getString("incarnation");
    }

    private void awaitFile(String branch, String path, String text) {
        // Looked at in the middle of a push, the folder may not be readable.
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(file(branch, path))
                .hasValue(text));
    }

    private Optional<String> file(String branch, String path) throws Exception {
        try (Git git = Git.open(repository.sharedFolder().toFile());
                RevWalk commits = new RevWalk(git.getRepository())) {
            Repository shared = git.getRepository();
            ObjectId head = shared.resolve("refs/heads/" + branch);
            if (head == null) {
                return Optional.empty();
            }
            try (TreeWalk walk =
                    TreeWalk.forPath(shared, path, commits.parseCommit(head).getTree())) {
                return walk == null
                        ? Optional.empty()
                        : Optional.of(
                                new String(shared.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private int commits(String branch) throws Exception {
        try (Git git = Git.open(repository.sharedFolder().toFile())) {
            int count = 0;
            for (RevCommit ignored : git.log()
                    .add(git.getRepository().resolve("refs/heads/" + branch))
                    .call()) {
                count++;
            }
            return count;
        }
    }

    private void awaitSettled() {
        await().atMost(SOON)
                .until(() -> Database.count("select count(*) from hosting h join followed f on f.site = h.site"
                                + " and f.topic = 'FEEDS' where h.settled = h.wanted and f.revision = " + revision
                                + " and h.site = '" + site + "'")
                        == 1);
    }

    private List<String> findings(String rule) {
        return SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/findings")
                .jsonPath()
                .getList("findings.findAll { it.rule == '" + rule + "' }.path", String.class);
    }

    /** As a site's builder or a person has it: a file on the branch that is not ours. */
    private void putByHand(String branch, String path, String text) throws Exception {
        String main = repository.git().getRepository().resolve("HEAD").name();
        repository
                .git()
                .fetch()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("+refs/heads/*:refs/remotes/origin/*"))
                .call();
        ObjectId there = repository.git().getRepository().resolve("refs/remotes/origin/" + branch);
        if (there != null) {
            repository.resetTo(there.name());
        }
        repository.write(path, text).commit("By hand");
        repository
                .git()
                .push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("HEAD:refs/heads/" + branch))
                .call();
        repository.resetTo(main);
    }

    @Test
    void bringsWhatDiffersInOneCommitAndTakesAwayWhatIsGone() throws Exception {
        publishing(TO_PAGES);
        served(Map.of("podcast.rss", "first", "podcast.json", "{}", TRANSCRIPT, "WEBVTT\n"));
        awaitFile("pages", "feeds/podcast.rss", "first");
        assertThat(commits("pages")).isEqualTo(1);
        assertThat(file("pages", "_config.yml")).isEmpty();

        served(Map.of("podcast.rss", "second", "podcast.json", "{}", TRANSCRIPT, "WEBVTT\n"));
        awaitFile("pages", "feeds/podcast.rss", "second");
        assertThat(commits("pages")).isEqualTo(2);

        served(Map.of("podcast.rss", "second", "podcast.json", "{}", TRANSCRIPT, "WEBVTT\n"));
        awaitSettled();
        assertThat(commits("pages")).isEqualTo(2);

        putByHand("pages", "feeds/other.rss", "not ours");
        served(Map.of("podcast.rss", "third", "podcast.json", "{}"));
        awaitFile("pages", "feeds/podcast.rss", "third");
        assertThat(file("pages", "feeds/" + TRANSCRIPT)).isEmpty();
        assertThat(file("pages", "feeds/other.rss")).hasValue("not ours");
        assertThat(commits("pages")).isEqualTo(4);
    }

    @Test
    void bringsArchivesAndTakesAwayThoseThatFeedsHaveNoMore() throws Exception {
        publishing(TO_PAGES);
        served(Map.of("podcast.rss", "four", "podcast/1.rss", "one", "podcast/2.rss", "two", "podcast/2.json", "{}"));
        awaitFile("pages", "feeds/podcast/2.rss", "two");
        assertThat(file("pages", "feeds/podcast/1.rss")).hasValue("one");
        assertThat(commits("pages")).isEqualTo(1);

        served(Map.of("podcast.rss", "three", "podcast/1.rss", "one"));

        awaitFile("pages", "feeds/podcast.rss", "three");
        assertThat(file("pages", "feeds/podcast/1.rss")).hasValue("one");
        assertThat(file("pages", "feeds/podcast/2.rss")).isEmpty();
        assertThat(file("pages", "feeds/podcast/2.json")).isEmpty();
    }

    @Test
    void leavesAFileOfOthersWhereADocumentBelongsAndSaysSo() throws Exception {
        putByHand("pages", "feeds/podcast.rss", "made by a generator");
        publishing(TO_PAGES);

        served(Map.of("podcast.rss", "ours", "podcast.atom", "ours too"));

        awaitFile("pages", "feeds/podcast.atom", "ours too");
        assertThat(file("pages", "feeds/podcast.rss")).hasValue("made by a generator");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(findings("publish.taken")).containsExactly("feeds/podcast.rss"));

        // With our very bytes it is ours from then on: a feed is taken over without a moment in which there is none.
        putByHand("pages", "feeds/podcast.rss", "ours");
        served(Map.of("podcast.rss", "ours, newer", "podcast.atom", "ours too"));
        awaitFile("pages", "feeds/podcast.rss", "ours, newer");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(findings("publish.taken")).isEmpty());
    }

    @Test
    void leavesAFeedToItsReadersThatSomebodyElseMakesFromNowOn() throws Exception {
        String content = "\"url\": \"" + repository.url() + "\"";
        publishing(TO_PAGES);
        served(Map.of("podcast.rss", "ours", TRANSCRIPT, "WEBVTT\n"));
        awaitFile("pages", "feeds/podcast.rss", "ours");
        awaitSettled();

        String external =
                ", \"feeds\": {\"podcast\": {\"external\": true, \"publicUrl\": \"https://garden.example/p.rss\"}}";
        said(content, TO_PAGES + external).then().statusCode(200);
        served(Map.of(TRANSCRIPT, "WEBVTT, another one\n"));
        awaitFile("pages", "feeds/" + TRANSCRIPT, "WEBVTT, another one\n");
        assertThat(file("pages", "feeds/podcast.rss")).hasValue("ours");

        putByHand("pages", "feeds/podcast.rss", "made by a generator");
        served(Map.of(TRANSCRIPT, "WEBVTT\n"));
        awaitFile("pages", "feeds/" + TRANSCRIPT, "WEBVTT\n");
        assertThat(file("pages", "feeds/podcast.rss")).hasValue("made by a generator");
    }

    @Test
    void knowsItsFilesThoughItsStoreKnowsNothing() throws Exception {
        publishing(TO_PAGES);
        served(Map.of("podcast.rss", "first", TRANSCRIPT, "WEBVTT\n"));
        awaitFile("pages", "feeds/podcast.rss", "first");
        awaitSettled();
        Database.execute("delete from hosting where site = '" + site + "'");

        served(Map.of("podcast.rss", "second"));

        awaitFile("pages", "feeds/podcast.rss", "second");
        assertThat(file("pages", "feeds/" + TRANSCRIPT)).isEmpty();
        assertThat(findings("publish.taken")).isEmpty();
    }

    @Test
    void waitsForAllOfABatch() throws Exception {
        feeds.settled(false);
        publishing(TO_PAGES);
        served(Map.of("podcast.rss", "half"));
        await().atMost(SOON)
                .until(() -> Database.count("select count(*) from hosting where attempts > 0 and site = '" + site + "'")
                        == 1);
        assertThat(file("pages", "feeds/podcast.rss")).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(findings("publish.waiting")).containsExactly("."));

        feeds.has(incarnation(), 100, Map.of("podcast.rss", "whole"));
        feeds.settled(true);

        awaitFile("pages", "feeds/podcast.rss", "whole");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(findings("publish.waiting")).isEmpty());
    }

    @Test
    void leavesARepositoryAloneThatRefusesUntilItsOwnerSaysSomethingElse() throws Exception {
        repository.hook("pre-receive", "exit 1\n");
        try (GitOverHttp server = new GitOverHttp(repository).wants("x-access-token", "the-token")) {
            String content = "\"url\": \"" + server.url() + "\", \"token\": \"the-token\"";
            publishing(content, TO_PAGES);
            served(Map.of("podcast.rss", "first"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(findings("publish.refused")).containsExactly("feeds"));
            assertThat(Database.count("select count(*) from hosting_commit where site = '" + site + "'"))
                    .isZero();
            await().atMost(SOON).until(() -> {
                Database.execute("update hosting set left_alone_until = now() + interval '1 hour' where site = '" + site
                        + "' and holder is null");
                return leftAlone() == 1;
            });
            repository.hook("pre-receive", "exit 0\n");

            served(Map.of("podcast.rss", "second"));
            await().atMost(SOON)
                    .until(() -> Database.count("select count(*) from followed where topic = 'FEEDS' and revision = "
                                    + revision + " and site = '" + site + "'")
                            == 1);
            assertThat(leftAlone()).isEqualTo(1);
            assertThat(file("pages", "feeds/podcast.rss")).isEmpty();

            said(content, TO_PAGES.replace("pages", "site")).then().statusCode(200);
            awaitFile("site", "feeds/podcast.rss", "second");
        }
    }

    private long leftAlone() {
        return Database.count("select count(*) from hosting where left_alone_until > now() + interval '10 minutes'"
                + " and site = '" + site + "'");
    }

    @Test
    void tellsThatTheRepositoryRefusesAndGoesOnWhenItDoesNot() throws Exception {
        repository.hook("pre-receive", "exit 1\n");
        try (GitOverHttp server = new GitOverHttp(repository).wants("x-access-token", "the-token")) {
            publishing("\"url\": \"" + server.url() + "\", \"token\": \"the-token\"", TO_PAGES);
            repository.write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 2));
            String commit = repository.commitAndPush("The moths");
            SiteCalls.pushed(site, commit);
            SiteCalls.receipt(site, commit);
            served(Map.of("podcast.rss", "ours"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(findings("publish.refused")).containsExactly("feeds"));
            assertThat(SiteCalls.receipt(site, commit, "for=feed").getList("findings.rule", String.class))
                    .contains("publish.refused");

            repository.hook("pre-receive", "exit 0\n");

            awaitFile("pages", "feeds/podcast.rss", "ours");
            var receipt = SiteCalls.receipt(site, commit, "for=published");
            assertThat(receipt.getString("items[0].stages.inFeed.published.branch"))
                    .isEqualTo("pages");
            assertThat(receipt.getList("findings")).isEmpty();
            assertThat(findings("publish.refused")).isEmpty();
        }
    }

    @Test
    void isNoContentOnTheContentsOwnBranch() throws Exception {
        publishing(", \"paths\": {\"transcripts\": [\"feeds/**\"]}, \"publish\": {\"path\": \"feeds\"}");
        served(Map.of("podcast.rss", "ours", TRANSCRIPT, "WEBVTT\n\n00:00.000 --> 00:02.000\nGood evening\n"));
        awaitFile("main", "feeds/podcast.rss", "ours");

        String ours = repository.sharedHead();
        SiteCalls.pushed(site, ours);
        var receipt = SiteCalls.receipt(site, ours);

        assertThat(receipt.getString("own")).isEqualTo("feeds");
        assertThat(receipt.getList("items")).isEmpty();
        assertThat(receipt.getList("findings")).isEmpty();
        assertThat(Topics.transcripts(site)).isEmpty();
        assertThat(Topics.content(site)).hasSize(1);
        assertThat(findings("transcript.no-episode")).isEmpty();
        assertThat(file("main", GATE)).isPresent();
    }
}
