package org.commitcast.commandline.demo;

import java.util.List;
import org.commitcast.commandline.demo.NewEpisode.Pushed;

/** The episode is announced, once, when its page is there. */
final class GoingLive {

    private static final List<String> SENT_TWICE = List.of("SENT", "SENT");

    private GoingLive() {}

    static void tell(Stage stage, Pushed pushed) {
        Narrator tell = stage.tell();
        tell.begin("Nothing is said before the page is there");
        Ledger waiting = Expect.soon(
                stage::ledger,
                ledger -> ledger.announcements().size() == 2
                        && ledger.rows().stream().allMatch(row -> row.waitingFor()
                                .contains(stage.neighbours().site())),
                "two announcements that wait for the page");
        tell.say("The show's web site is still being built: its page for the episode answers 404.");
        tell.show(waiting.announcements().stream()
                .map(row -> "%s: %s, waiting for %s".formatted(row.channel(), row.status(), row.waitingFor()))
                .toList());
        Expect.equal(stage.neighbours().messages(), List.of(), "the receiver's messages");
        tell.verified("both channels wait");

        tell.begin("The episode is announced");
        DiscussionFound.isPosted(stage);
        stage.neighbours().publish();
        tell.say(
                "Now the page is there, and a listener who sees it first posts it on Hacker News (a stand-in with its two"
                        + "\ninterfaces). Nobody tells us of that.");
        Receipt receipt = Receipt.of(stage, pushed.commit(), "announced");
        tell.show(receipt.lines());
        Ledger ledger = Expect.soon(stage::ledger, rows -> rows.statuses().equals(SENT_TWICE), "both sent");
        tell.say("As it was sent:");
        ledger.announcements().forEach(row -> {
            tell.show("[%s]".formatted(row.channel()));
            tell.show(row.text());
        });
        Expect.equal(stage.neighbours().messages().size(), 1, "the number of messages that reached the receiver");
        Neighbours.WebhookMessage message = stage.neighbours().messages().get(0);
        tell.say("What the receiver got, signature verified (webhook-id %s):".formatted(message.id()));
        tell.show(message.body());
        tell.verified("said once on each of two channels");
    }
}
