package org.commitcast.notify.candidate;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.address.AddressMatch;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.source.FoundThread;
import org.jspecify.annotations.Nullable;

/** What speaks for a thread: first of all the address that it is about. */
final class Scoring {
    /** Dates without a zone, and clocks, are that much off. */
    private static final Duration UNSURE = Duration.ofDays(1);

    private static final Duration NEWS = Duration.ofDays(30);
    private static final int LIVELY = 5;

    /** Where many mention a page and few begin a discussion of it. */
    private static final Set<String> MENTIONING = Set.of("mastodon", "bluesky");

    private Scoring() {}

    /**
     * Adds it up.
     *
     * @param takenOver whether the address is another item's by now
     */
    static Score of(
            ContentSnapshot item, FoundThread thread, AddressMatch match, boolean takenOver, Authorship authorship) {
        Score.Sum sum = new Score.Sum();
        sum.add(points(match), match.words());
        if (takenOver) {
            sum.add(-30, "whose address is another item's now").doubt();
        }
        title(sum, item.title(), thread.title());
        time(sum, item, thread.postedAt());
        if (authorship != Authorship.STRANGER) {
            sum.add(authorship.points, authorship.words);
        }
        size(sum, thread, authorship);
        return sum.done();
    }

    private static int points(AddressMatch match) {
        int points =
                switch (match.kind()) {
                    case PAGE -> 60;
                    case EARLIER_PAGE -> 55;
                    case AUDIO -> 50;
                };
        return match.through() ? points - 5 : points;
    }

    private static void title(Score.Sum sum, String title, @Nullable String threadTitle) {
        if (threadTitle == null || threadTitle.isBlank()) {
            return;
        }
        double likeness = TitleLikeness.of(title, threadTitle);
        if (likeness >= 0.8) {
            sum.add(20, "the item's title");
        } else if (likeness >= 0.5) {
            sum.add(12, "a title like the item's");
        } else if (likeness >= 0.25) {
            sum.add(5, "a title somewhat like the item's");
        } else {
            sum.add(0, "another title");
        }
    }

    private static void time(Score.Sum sum, ContentSnapshot item, @Nullable Instant postedAt) {
        if (postedAt == null) {
            return;
        }
        Instant out = item.date().isBefore(item.firstPublishedAt()) ? item.date() : item.firstPublishedAt();
        if (postedAt.isBefore(out.minus(UNSURE))) {
            sum.add(-40, "begun before the item was out").doubt();
        } else if (postedAt.isBefore(out.plus(NEWS))) {
            sum.add(10, "begun when the item was new");
        } else {
            sum.add(5, "begun after the item was out");
        }
    }

    private static void size(Score.Sum sum, FoundThread thread, Authorship authorship) {
        int comments = number(thread.counts().comments());
        int points = number(thread.counts().score());
        if (comments >= LIVELY || points >= 2 * LIVELY) {
            sum.add(5, "lively");
        } else if (comments > 0) {
            sum.add(2, "answered");
        }
        String platform = ThreadAddress.of(thread.url()).platform();
        if (comments == 0 && MENTIONING.contains(platform) && authorship.points <= 0) {
            sum.add(-35, "a post that nobody has answered");
        }
    }

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
