package org.commitcast.commandline.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commitcast.localstack.service.Service;

/** A push with a webhook becomes a feed item. */
final class NewEpisode {

    static final String PAGE = "/episodes/the-kettle-question/";
    static final String TITLE = "The kettle question";

    private NewEpisode() {}

    /**
     * What was pushed.
     *
     * @param path of its document
     * @param item its content id
     */
    record Pushed(String commit, String path, String item) {}

    static Pushed tell(Stage stage) {
        Narrator tell = stage.tell();
        tell.begin("A new episode is pushed");
        stage.neighbours().notYet(PAGE);
        String before = stage.repository().head();
        stage.repository().copy(stage.examples().resolve("new-episode"));
        String commit = stage.repository().push("Episode 3: the kettle question");
        tell.say("git push: %.10s \"Episode 3: the kettle question\"".formatted(commit));
        GitHubWebhook hook = hook(stage);
        refusesForgery(stage, hook);
        Instant pushed = Instant.now();
        tell.say("GitHub's webhook, signed with the site's secret:");
        tell.show("POST %s  X-GitHub-Event: push".formatted(hook.target().getPath()));
        hook.push(stage.api(), before, commit).expect(202);
        Receipt receipt = Receipt.of(stage, commit, "feed");
        Duration taken = Duration.between(pushed, Instant.now());
        tell.say("The commit's receipt:");
        tell.show(receipt.lines());
        Expect.equal(receipt.onlyItem().path("change").asText(), "added", "the change");
        Expect.equal(receipt.onlyItem().path("title").asText(), TITLE, "the title");
        List<String> after = stage.feed("podcast").titles();
        Expect.equal(
                after,
                Stream.concat(Stream.of(TITLE), FirstImport.EPISODES.stream()).toList(),
                "the feed");
        tell.say("The feed, before and after:");
        tell.show(FirstImport.EPISODES.stream().map(title -> "  " + title).toList());
        tell.show(after.stream()
                .map(title -> (title.equals(TITLE) ? "+ " : "  ") + title)
                .toList());
        tell.verified(
                "in the feed %s after the webhook; a forged webhook was refused".formatted(Narrator.seconds(taken)));
        return new Pushed(
                commit,
                receipt.onlyItem().path("path").asText(),
                receipt.onlyItem().path("item").asText());
    }

    private static GitHubWebhook hook(Stage stage) {
        String target = stage.api()
                .get(Service.INGEST, "/api/v1/sites/" + Stage.SITE)
                .expect(200)
                .json()
                .path("webhookUrl")
                .asText()
                .replace("{forge}", "github");
        return new GitHubWebhook(URI.create(target), stage.webhookSecret());
    }

    private static void refusesForgery(Stage stage, GitHubWebhook hook) {
        byte[] body = "{\"ref\":\"refs/heads/main\"}".getBytes(StandardCharsets.UTF_8);
        String forged = new GitHubWebhook(hook.target(), "a guess").signature(body);
        stage.api()
                .postAsOther(
                        hook.target(),
                        body,
                        Map.of("X-GitHub-Event", "push", "X-GitHub-Delivery", "1", "X-Hub-Signature-256", forged))
                .expect(401);
    }
}
