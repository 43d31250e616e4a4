package org.commitcast.commandline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.commitcast.localstack.service.Service;

/** The history of a show becomes its feeds, and nothing of it is news. */
final class FirstImport {

    static final List<String> EPISODES = List.of("Three hundred umbrellas", "The clockmaker who lets them stop");
    static final List<String> POSTS = List.of("What we learned from a clock", "The first bench");

    private FirstImport() {}

    static void tell(Stage stage) {
        Narrator tell = stage.tell();
        tell.begin("The first import");
        JsonNode site = Expect.soon(
                () -> stage.api()
                        .get(Service.INGEST, "/api/v1/sites/" + Stage.SITE)
                        .expect(200)
                        .json(),
                found -> found.path("status").asText().equals("ready"),
                "the site's status ready");
        tell.say("Found in the repository itself: title \"%s\", language %s, author %s; %d items."
                .formatted(
                        setting(site, "title"),
                        setting(site, "language"),
                        setting(site, "author"),
                        site.path("items").asInt()));
        Expect.equal(setting(site, "title"), "Mended", "the title");
        Expect.equal(site.path("items").asInt(), 4, "the number of items");
        Expect.soon(() -> stage.feed("podcast").titles(), EPISODES::equals, "the episodes " + EPISODES);
        Expect.soon(() -> stage.feed("blog").titles(), POSTS::equals, "the posts " + POSTS);
        tell.say("Its feeds are there:");
        tell.show(stage.feedUrl("podcast"));
        tell.show(EPISODES.stream().map(title -> "  " + title).toList());
        tell.show(stage.feedUrl("blog"));
        tell.show(POSTS.stream().map(title -> "  " + title).toList());
        Expect.equal(stage.ledger().rows(), List.of(), "the ledger of announcements");
        tell.verified("two feeds; history is not news, so nothing was announced");
    }

    private static String setting(JsonNode site, String name) {
        return site.path("definition").path(name).path("value").asText();
    }
}
