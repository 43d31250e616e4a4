package org.commitcast.commandline.demo;

import java.util.List;
import org.commitcast.commandline.demo.NewEpisode.Pushed;

/** Listeners talk about the episode; nobody says where, and the link goes into the repository and the feed. */
final class DiscussionFound {
    private static final long THREAD = 43_890_517;

    private DiscussionFound() {}

    /** A listener posts the episode; another one had posted an older episode. */
    static void isPosted(Stage stage) {
        HackerNews hackerNews = stage.neighbours().hackerNews();
        String site = stage.neighbours().site();
        hackerNews.submit(THREAD - 7, "The clockmaker", site + "/episodes/the-clockmaker/", 3, 0);
        String page = site + NewEpisode.PAGE;
        hackerNews.submit(THREAD, NewEpisode.TITLE, page.replaceFirst("/$", "?utm_source=feed"), 58, 21);
    }

    /** Returns the commit with the link. */
    static String tell(Stage stage, Pushed pushed) {
        Narrator tell = stage.tell();
        tell.begin("A discussion is found");
        String thread = HackerNews.address(THREAD);
        tell.say(
                "An item's addresses are searched for when its page comes up, and every five minutes while it is fresh.");
        String commit = Expect.soon(
                () -> stage.repository().head(),
                head -> !head.equals(pushed.commit()),
                "a commit of Commitcast's in the repository");
        SampleRepository.Shown shown = stage.repository().show(commit);
        tell.say("The search gives similar addresses too; this one is the episode's, by its address and title. The"
                + "\nrepository has a commit by %s:".formatted(shown.author()));
        tell.show("%.10s %s".formatted(commit, shown.message()));
        tell.show(shown.diff());
        Expect.equal(shown.changes(), List.of("+hackernews: " + thread), "the changed lines");
        String before = stage.repository().file(pushed.commit(), pushed.path());
        String after = stage.repository().file(commit, pushed.path());
        Expect.equal(after.replace("hackernews: " + thread + "\n", ""), before, "the rest of the document");
        tell.verified("one line was added to the front matter, every other byte is as it was");

        tell.begin("The feed shows the link");
        Rss.Item item = Expect.soon(
                () -> stage.feed("podcast").items().get(0),
                found -> found.comments().equals(thread),
                "<comments> in the feed");
        tell.show("<title>%s</title>".formatted(item.title()));
        tell.show("<comments>%s</comments>".formatted(item.comments()));
        Receipt own = Receipt.of(stage, commit, "feed");
        tell.say("Commitcast's own commit came in like every other, and is no news:");
        tell.show(own.lines());
        Expect.equal(stage.ledger().announcements().size(), 2, "the number of announcements");
        Expect.equal(stage.repository().head(), commit, "the last commit");
        tell.verified("the loop is closed: still two announcements, no further commit");
        return commit;
    }
}
