package org.commitcast.commandline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.commandline.demo.NewEpisode.Pushed;
import org.commitcast.localstack.service.Service;

/** Where Commitcast cannot post, people do: they get a link for that and a page for the thread's address. */
final class DiscussionGiven {
    private static final String THREAD = "https://www.reddit.com/r/mended/comments/9z8y7x/the_kettle_question/";

    private DiscussionGiven() {}

    static void tell(Stage stage, Pushed pushed, String earlier) {
        Narrator tell = stage.tell();
        tell.begin("A discussion is given by hand, without anybody's credentials");
        JsonNode asked = asked(stage);
        String page = asked.path("page").asText();
        tell.say(
                ".commitcast.yml wants new episodes on Reddit. There is no account to post with, so the maintainers alone"
                        + "\nwere told, when the episode was announced: a form that is filled in, and a page for the thread's address.");
        tell.show(asked.path("submit").asText());
        tell.show(page.replaceFirst("(/discussions/submit/.{12}).*", "$1…"));
        tell.say("One of them submits it, and pastes the address on the page:");
        tell.show(THREAD);
        Api.Reply recorded = stage.api().submitForm(URI.create(page), "url=" + encoded(THREAD));
        recorded.expect(200);
        stage.api().submitForm(URI.create(page), "url=" + encoded(THREAD)).expect(410);
        String commit = Expect.soon(
                () -> stage.repository().head(), head -> !head.equals(earlier), "a second commit of Commitcast's");
        SampleRepository.Shown shown = stage.repository().show(commit);
        tell.show(shown.diff());
        Expect.equal(
                shown.changes(),
                List.of(
                        "-#reddit: (leave blank on first publication, add the link when there is a thread)",
                        "+reddit: " + THREAD),
                "the changed lines");
        String before = stage.repository().file(earlier, pushed.path());
        String after = stage.repository().file(commit, pushed.path());
        Expect.equal(after, before.replaceFirst("#reddit: \\(.*\\)", "reddit: " + THREAD), "the document");
        tell.verified("the placeholder holds the link; the page was used once and takes no more");
        givenOut(stage);
    }

    private static void givenOut(Stage stage) {
        Narrator tell = stage.tell();
        tell.begin("The episode's page shows where it is talked about");
        String path = "/discussions/%s/by-url.json?url=%s"
                .formatted(Stage.SITE, encoded(stage.neighbours().site() + NewEpisode.PAGE));
        JsonNode given = stage.api()
                .getAsOther(URI.create(stage.stack().url(Service.NOTIFY) + path))
                .expect(200)
                .json();
        tell.say("Anybody may ask, from any page, for JSON or a piece of HTML:");
        tell.show("GET " + path);
        List<String> platforms = new ArrayList<>();
        given.path("threads").forEach(thread -> {
            platforms.add(thread.path("platform").asText());
            tell.show("%-10s %3s points %3s comments  %s"
                    .formatted(
                            thread.path("platform").asText(),
                            thread.path("score").asText("–"),
                            thread.path("comments").asText("–"),
                            thread.path("url").asText()));
        });
        Expect.equal(
                List.of("hackernews", "reddit"), platforms.stream().sorted().toList(), "the threads");
        Expect.equal(stage.ledger().announcements().size(), 2, "the number of announcements");
        tell.verified("both threads, and still two announcements");
    }

    /** What the maintainers' channel was told, once. */
    private static JsonNode asked(Stage stage) {
        List<Neighbours.WebhookMessage> messages = Expect.soon(
                stage.neighbours()::asked, found -> !found.isEmpty(), "a message on the maintainers' channel");
        Expect.equal(messages.size(), 1, "the number of messages on the maintainers' channel");
        JsonNode message = stage.api().parse(messages.get(0).body());
        Expect.equal(message.path("type").asText(), "item.submit", "the message's type");
        JsonNode submission = message.path("data").path("submissions").path(0);
        Expect.equal(submission.path("platform").asText(), "reddit", "the platform");
        return submission;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
