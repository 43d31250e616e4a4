package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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

            // What was posted where people answer is a discussion of the episode, and is named in its document.
            await().atMost(SOON).until(() -> repository.commits() == 3);
            repository.pull();
            String before = repository.read("_episodes/2026-03-02-fog.md");
            assertThat(before).contains("mastodon: " + mastodon.url() + "/@harbour/1");

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
            await().atMost(SOON).until(() -> repository.commits() == 4);
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
            assertThat(repository.commits()).isEqualTo(5);
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

    /** As docs/moving.md tells it. */
    @Test
    void aLiveShowMovesOverWithoutASubscriberNoticing() {
        try (WebPages pages = new WebPages();
                LiveFeed live = new LiveFeed(pages.url());
                MastodonServer mastodon = new MastodonServer();
                ContentRepository repository = HarbourRadio.in(folder.resolve("moving"), pages.url())) {
            String described = "What happens on the quay – and why. [@00:10] - Welcome [@12:40] - The quay";
            live.add("old/1", "Tide tables", "Mon, 05 Jan 2026 06:00:00 +0000", described);
            live.add("old/2", "Net menders", "Mon, 02 Feb 2026 07:00:00 +0100", "The quay by hand.");
            Moving moving = new Moving(commitcast, repository, live);
            repository.push("Begin");

            // Beside the generator: the feed stays where it is and is looked at.
            moving.define(true, Map.of()).then().statusCode(201);
            commitcast.announceOn(mastodon, Moving.SITE);
            await().atMost(SOON).untilAsserted(() -> moving.difference()
                    .then()
                    .statusCode(200)
                    .body("summary", equalTo("2 of 2 guids equal, 1 description differs")));
            await().atMost(SOON)
                    .untilAsserted(() -> moving.feed().then().statusCode(404).body("feed", equalTo(live.address())));

            // A new episode is announced when subscribers have it, and not before.
            repository.write("_episodes/2026-03-02-fog.md", HarbourRadio.episode("Fog", "2026-03-02T06:00:00Z"));
            String item = moving.push("Episode: fog", "parsed").getString("items[0].item");
            await().atMost(SOON).untilAsserted(() -> assertThat(commitcast.announcements(Moving.SITE))
                    .singleElement()
                    .asString()
                    .contains(item, "it is not in " + live.address() + " yet"));
            assertThat(mastodon.statuses()).isEmpty();
            live.add("harbour/fog", "Fog", "Mon, 02 Mar 2026 06:00:00 GMT", described);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(mastodon.statuses()).hasSize(1));

            // Serving is refused while something differs, and goes ahead once that is accepted.
            await().atMost(SOON).untilAsserted(() -> moving.define(false, Map.of())
                    .then()
                    .statusCode(409)
                    .body("summary", equalTo("3 of 3 guids equal, 1 description differs")));
            await().atMost(SOON).untilAsserted(() -> moving.define(
                            false,
                            Map.of("accept", moving.difference().jsonPath().getString("digest")))
                    .then()
                    .statusCode(200));
            await().atMost(SOON).untilAsserted(() -> moving.feed().then().statusCode(200));
            assertThat(moving.guids()).containsExactly("harbour/fog", "old/2", "old/1");
            assertThat(commitcast.announcements(Moving.SITE)).hasSize(1);
            assertThat(mastodon.calls()).hasSize(1);

            // And back; where nothing differs, there is nothing to accept.
            moving.define(true, Map.of()).then().statusCode(200);
            await().atMost(SOON).untilAsserted(() -> moving.feed().then().statusCode(404));
            live.correct("The quay by hand.", described);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> moving.difference().then().statusCode(200).body("equal", equalTo(true)));
            await().atMost(SOON)
                    .untilAsserted(() -> moving.define(false, Map.of()).then().statusCode(200));
            await().atMost(SOON).untilAsserted(() -> moving.feed().then().statusCode(200));
            assertThat(mastodon.calls()).hasSize(1);
        }
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
