package org.commitcast.commandline.demo;

import java.util.List;
import java.util.Map;
import org.commitcast.commandline.demo.NewEpisode.Pushed;
import org.commitcast.localstack.service.Service;

/** Somebody says where the episode is discussed; the link goes into the repository and the feed. */
final class DiscussionLink {

    private static final String THREAD = "https://www.reddit.com/r/mended/comments/9z8y7x/the_kettle_question/";

    private DiscussionLink() {}

    static void tell(Stage stage, Pushed pushed) {
        Narrator tell = stage.tell();
        tell.begin("A discussion is found");
        tell.say("Listeners talk about the episode. Its maintainer gives the link:");
        tell.show("POST /api/v1/discussions  " + THREAD);
        stage.api()
                .post(
                        Service.NOTIFY,
                        "/api/v1/discussions",
                        Map.of("site", Stage.SITE, "item", pushed.item(), "url", THREAD))
                .expect(201);
        String commit = Expect.soon(
                () -> stage.repository().head(),
                head -> !head.equals(pushed.commit()),
                "a commit of Commitcast's in the repository");
        SampleRepository.Shown shown = stage.repository().show(commit);
        tell.say("A moment later the repository has a commit by %s:".formatted(shown.author()));
        tell.show("%.10s %s".formatted(commit, shown.message()));
        tell.show(shown.diff());
        verifyOneLine(stage, pushed, commit, shown);
        tell.verified("one line of the front matter changed, every other byte is as it was");

        tell.begin("The feed shows the link");
        Rss.Item item = Expect.soon(
                () -> stage.feed("podcast").items().get(0),
                found -> found.comments().equals(THREAD),
                "<comments> in the feed");
        tell.show("<title>%s</title>".formatted(item.title()));
        tell.show("<comments>%s</comments>".formatted(item.comments()));
        Receipt own = Receipt.of(stage, commit, "feed");
        tell.say("Commitcast's own commit came in like every other, and is no news:");
        tell.show(own.lines());
        Expect.equal(stage.ledger().rows().size(), 2, "the number of announcements");
        Expect.equal(stage.repository().head(), commit, "the last commit");
        tell.verified("the loop is closed: still two announcements, no further commit");
    }

    private static void verifyOneLine(Stage stage, Pushed pushed, String commit, SampleRepository.Shown shown) {
        Expect.equal(
                shown.changes(),
                List.of(
                        "-#reddit: (leave blank on first publication, add the link when there is a thread)",
                        "+reddit: " + THREAD),
                "the changed lines");
        String before = stage.repository().file(pushed.commit(), pushed.path());
        String after = stage.repository().file(commit, pushed.path());
        Expect.equal(after, before.replaceFirst("#reddit: \\(.*\\)", "reddit: " + THREAD), "the document");
    }
}
