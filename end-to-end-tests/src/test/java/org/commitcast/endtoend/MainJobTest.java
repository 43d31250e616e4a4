package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static void channel(String name, Map<String, Object> definition) {
        commitcast
                .notifying()
                .body(definition)
                .put("/api/v1/channels/" + name)
                .then()
                .statusCode(201);
    }
}
