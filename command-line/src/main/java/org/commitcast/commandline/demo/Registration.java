package org.commitcast.commandline.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commitcast.localstack.service.Service;

/** A show's repository is told to Commitcast, and where its news is to be announced. */
final class Registration {

    private Registration() {}

    static void repository(Stage stage) {
        Narrator tell = stage.tell();
        tell.begin("A show that is kept in Git");
        tell.say("examples/content is a small podcast and a blog, as a Jekyll site. It becomes a real repository:");
        tell.show(stage.repository().address());
        stage.repository().copy(stage.examples().resolve("content"));
        siteIsServedHere(stage);
        String commit = stage.repository().push("The show so far");
        tell.verified("pushed as %.10s: two episodes, two posts, a transcript".formatted(commit));
    }

    /** The show's web site is the demo's own, so that its pages can be looked at. */
    private static void siteIsServedHere(Stage stage) {
        Path config = stage.repository().folder().resolve("_config.yml");
        try {
            String text = Files.readString(config);
            Files.writeString(
                    config,
                    text.replaceFirst(
                            "(?m)^url: .*$", "url: " + stage.neighbours().site()));
        } catch (IOException e) {
            throw new DemoFailure("%s cannot be written (%s)".formatted(config, e), e);
        }
    }

    static void site(Stage stage) {
        Narrator tell = stage.tell();
        tell.begin("The site is registered over REST");
        tell.say("The repository's address is enough; the secret is for its webhook:");
        tell.show("PUT /api/v1/sites/" + Stage.SITE);
        tell.show("{\"repository\": {\"url\": \"%s\"}, \"webhook\": {\"secret\": \"…\"}}"
                .formatted(stage.repository().address()));
        stage.api()
                .put(
                        Service.INGEST,
                        "/api/v1/sites/" + Stage.SITE,
                        Map.of(
                                "repository", Map.of("url", stage.repository().address()),
                                "webhook", Map.of("secret", stage.webhookSecret())))
                .expect(201);
        tell.verified("the site is known");
    }

    static void channels(Stage stage) {
        Narrator tell = stage.tell();
        tell.begin("Two channels for its news");
        tell.say("One writes to the log, the other posts signed JSON to a receiver (here: this demo).");
        channel(stage, "log", Map.of("type", "log", "sites", List.of(Stage.SITE)));
        channel(
                stage,
                "partner",
                Map.of(
                        "type",
                        "webhook",
                        "sites",
                        List.of(Stage.SITE),
                        "url",
                        stage.neighbours().inbox(),
                        "secret",
                        stage.channelSecret().secret()));
        tell.say("A third one is for the show's maintainers alone: what only they can do is told there.");
        channel(
                stage,
                "team",
                Map.of(
                        "type",
                        "webhook",
                        "sites",
                        List.of(Stage.SITE),
                        "maintainers",
                        true,
                        "url",
                        stage.neighbours().team(),
                        "secret",
                        stage.channelSecret().secret()));
        tell.verified("channels log and partner take the site's announcements from now on");
    }

    private static void channel(Stage stage, String name, Map<String, Object> definition) {
        stage.tell().show("PUT /api/v1/channels/%s  type %s".formatted(name, definition.get("type")));
        stage.api().put(Service.NOTIFY, "/api/v1/channels/" + name, definition).expect(201);
    }
}
