package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole story: a push becomes a feed item, an announcement and a discussion link in the repository. */
class MainJobTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Path folder;
    private static Installation installation;
    private static Commitcast commitcast;

    @BeforeAll
    static void install(@TempDir Path temporary) {
        folder = temporary;
        installation = Installation.in(folder);
        commitcast = new Commitcast(installation);
    }

    @AfterAll
    static void end() {
        installation.close();
    }

    @Test
    void aMergedEpisodeIsInTheFeedAnnouncedAndLinkedFromItsFrontMatter() throws Exception {
        try (WebPages pages = new WebPages();
                MastodonServer mastodon = new MastodonServer();
                WebhookReceiver receiver = new WebhookReceiver();
                ContentRepository repository = HarbourRadio.in(folder.resolve("story"), pages.url())) {
            repository.push("Begin");
            commitcast.register("harbour-radio", repository);
            channel(
                    "town-square",
                    Map.of(
                            "type",
                            "mastodon",
                            "sites",
                            List.of("harbour-radio"),
                            "url",
                            mastodon.url(),
                            "token",
                            MastodonServer.TOKEN));
            channel(
                    "partner",
                    Map.of(
                            "type",
                            "webhook",
                            "sites",
                            List.of("harbour-radio"),
                            "url",
                            receiver.url(),
                            "secret",
                            WebhookReceiver.SECRET));
            await().atMost(SOON).untilAsserted(() -> assertThat(commitcast.titles("harbour-radio", "podcast"))
                    .containsExactly("Net menders", "Tide tables"));
            await().atMost(SOON).untilAsserted(() -> assertThat(commitcast.titles("harbour-radio", "blog"))
                    .containsExactly("A new microphone"));

            // The page comes a little later than the push, as web sites do.
            pages.missing("/episode/fog/");
            repository.write("_episodes/2026-03-02-fog.md", HarbourRadio.episode("Fog", "2026-03-02T06:00:00Z"));
            String commit = repository.push("Episode: fog");
            commitcast.pushHook("harbour-radio", commit).then().statusCode(202);

            JsonPath inFeed = commitcast.receipt("harbour-radio", commit, "feed");
            assertThat(inFeed.getString("items[0].change")).isEqualTo("added");
            assertThat(inFeed.getString("items[0].stages.inFeed.at")).isNotNull();
            await().atMost(SOON).untilAsserted(() -> assertThat(commitcast.titles("harbour-radio", "podcast"))
                    .containsExactly("Fog", "Net menders", "Tide tables"));
            assertThat(mastodon.statuses()).isEmpty();

            pages.publish("/episode/fog/");

            JsonPath announced = commitcast.receipt("harbour-radio", commit, "announced");
            assertThat(announced.getList("items[0].stages.announced.status", String.class))
                    .containsExactly("SENT", "SENT");
            assertThat(mastodon.statuses()).singleElement().asString().contains("Fog", pages.url() + "/episode/fog/");
            assertThat(receiver.messages()).hasSize(1);

            String item = announced.getString("items[0].item");
            String thread = "https://www.reddit.com/r/harbours/comments/abc123/fog/";
            commitcast
                    .notifying()
                    .body(Map.of("site", "harbour-radio", "item", item, "url", thread))
                    .post("/api/v1/discussions")
                    .then()
                    .statusCode(201);

            await().atMost(SOON).untilAsserted(() -> assertThat(commitcast
                            .rss("harbour-radio", "podcast")
                            .xmlPath()
                            .getString("rss.channel.item[0].comments"))
                    .isEqualTo(thread));
            String before = repository.read("_episodes/2026-03-02-fog.md");
            await().atMost(SOON).until(() -> repository.commits() == 3);
            repository.pull();
            assertThat(repository.read("_episodes/2026-03-02-fog.md"))
                    .isEqualTo(before.replaceFirst("#reddit: \\(.*\\)", "reddit: " + thread));

            // The commit of our own is quiet: nothing more is said, and no further commit follows it.
            String fix = repository
                    .write(
                            "_posts/2026-01-20-a-new-microphone.md",
                            repository.read("_posts/2026-01-20-a-new-microphone.md") + "\nAnd the bells.\n")
                    .push("Mention the bells");
            commitcast.pushHook("harbour-radio", fix).then().statusCode(202);
            assertThat(commitcast.receipt("harbour-radio", fix, "feed").getString("items[0].change"))
                    .isEqualTo("changed");
            assertThat(repository.commits()).isEqualTo(4);
            assertThat(mastodon.calls()).hasSize(1);
            assertThat(receiver.messages()).hasSize(1);
            assertThat(commitcast.announcements("harbour-radio")).hasSize(2);
        }
    }

    @Test
    void feedsAreCommittedToTheBranchThatTheShowsHostServes() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                ContentRepository repository = HarbourRadio.in(folder.resolve("hosted"), "https://harbour.example");
                HostedBranch pages = HostedBranch.of(repository.origin(), "gh-pages");
                HostedBranch main = HostedBranch.of(repository.origin(), "main")) {
            repository.push("Begin");
            pages.begin("index.html", "<h1>Harbour Radio</h1>");
            site("hosted", repository, Map.of("branch", "gh-pages", "path", "feeds"));
            channel(
                    "of-hosted",
                    Map.of(
                            "type",
                            "webhook",
                            "sites",
                            List.of("hosted"),
                            "url",
                            receiver.url(),
                            "secret",
                            WebhookReceiver.SECRET));
            await().atMost(SOON).ignoreExceptions().until(() -> pages.read("feeds/podcast.rss")
                    .isPresent());
            assertThat(pages.read("feeds/podcast.rss")).hasValue(served());
            assertThat(pages.read("index.html")).hasValue("<h1>Harbour Radio</h1>");
            int before = pages.commits();

            repository.write("_episodes/2026-03-02-fog.md", HarbourRadio.episode("Fog", "2026-03-02T06:00:00Z"));
            JsonPath published = published(repository.push("Episode: fog"));

            assertThat(published.getString("items[0].stages.inFeed.published.branch"))
                    .isEqualTo("gh-pages");
            assertThat(pages.head()).hasValue(published.getString("items[0].stages.inFeed.published.commit"));
            assertThat(pages.commits()).isEqualTo(before + 1);
            assertThat(pages.read("feeds/podcast.rss")).hasValue(served());
            await().atMost(SOON).until(() -> receiver.messages().size() == 1);

            // From now on beside the content itself: our own commits are no content.
            site("hosted", repository, Map.of("path", "static"));
            await().atMost(SOON).ignoreExceptions().until(() -> main.read("static/podcast.rss")
                    .isPresent());
            String ours = main.head().orElseThrow();
            commitcast.pushHook("hosted", ours).then().statusCode(202);
            JsonPath own = commitcast.receipt("hosted", ours, "feed");
            assertThat(own.getString("own")).isEqualTo("feeds");
            assertThat(own.getList("items")).isEmpty();
            assertThat(own.getList("findings")).isEmpty();
            int commits = main.commits();

            repository.pull();
            repository.write("_episodes/2026-03-09-bells.md", HarbourRadio.episode("Bells", "2026-03-09T06:00:00Z"));
            published(repository.push("Episode: bells"));

            assertThat(main.commits()).isEqualTo(commits + 2);
            assertThat(main.read("static/podcast.rss")).hasValue(served());
            await().atMost(SOON).until(() -> receiver.messages().size() == 2);
            assertThat(commitcast.site("hosted").getInt("items")).isEqualTo(5);
            assertThat(commitcast.announcements("hosted")).hasSize(2);
            whatARepositoryRefusesIsAFindingUntilItTakesIt(repository);
        }
    }

    private static void whatARepositoryRefusesIsAFindingUntilItTakesIt(ContentRepository repository) throws Exception {
        Path folderOfTheirs = folder.resolve("worked-in");
        try (Git theirs = Git.init()
                        .setInitialBranch("site")
                        .setDirectory(folderOfTheirs.toFile())
                        .call();
                HostedBranch branch = HostedBranch.of(folderOfTheirs, "site")) {
            Map<String, Object> publish = Map.of(
                    "branch",
                    "site",
                    "repository",
                    Map.of("url", folderOfTheirs.toUri().toString()));
            site("hosted", repository, publish);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(findings()).singleElement().asString().contains("checked out", "site"));

            theirs.getRepository().updateRef("HEAD", true).link("refs/heads/elsewhere");
            site("hosted", repository, publish);

            await().atMost(SOON).until(() -> findings().isEmpty());
            assertThat(branch.read("podcast.rss")).hasValue(served());
        }
    }

    /** The feed as its readers get it from Commitcast. */
    private static String served() {
        return new String(commitcast.rss("hosted", "podcast").asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> findings() {
        return commitcast
                .ingest()
                .get("/api/v1/sites/hosted/findings")
                .jsonPath()
                .getList("findings.findAll { it.rule == 'publish.refused' }.message", String.class);
    }

    private static void site(String name, ContentRepository repository, Map<String, Object> publish) {
        commitcast
                .ingest()
                .body(Map.of(
                        "repository",
                        Map.of("url", repository.url()),
                        "webhook",
                        Map.of("secret", Commitcast.WEBHOOK_SECRET),
                        "gate",
                        "feed",
                        "publish",
                        publish))
                .put("/api/v1/sites/" + name)
                .then()
                .statusCode(Matchers.anyOf(Matchers.is(200), Matchers.is(201)));
    }

    private static JsonPath published(String commit) {
        commitcast.pushHook("hosted", commit).then().statusCode(202);
        return commitcast.receipt("hosted", commit, "published");
    }

    private static void channel(String name, Map<String, Object> definition) {
        commitcast
                .notifying()
                .body(definition)
                .put("/api/v1/channels/" + name)
                .then()
                .statusCode(201);
    }
}
