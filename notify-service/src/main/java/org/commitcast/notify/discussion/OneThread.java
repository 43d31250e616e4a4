package org.commitcast.notify.discussion;

import java.time.Instant;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.jspecify.annotations.Nullable;

/** What becomes of a single thread. */
final class OneThread {
    private OneThread() {}

    static DiscussionThread of(String platform, String url, Origin origin, Instant now) {
        return new DiscussionThread(platform, url, false, origin, null, null, null, now);
    }

    static DiscussionThread found(String platform, FoundThread found, @Nullable String proposal, Instant now) {
        return new DiscussionThread(
                platform,
                found.url(),
                false,
                Origin.FOUND,
                found.title(),
                found.counts().score(),
                found.counts().comments(),
                now,
                proposal);
    }

    /**
     * A person means this one, in this spelling where they did not choose one before.
     *
     * @param lasts whether no other was given since it was
     */
    static DiscussionThread given(DiscussionThread thread, String url, boolean lasts, Instant now) {
        return switch (thread.origin()) {
            case FRONT_MATTER -> thread;
            // Given again, after another: this is the one that is meant.
            case GIVEN -> lasts ? thread : said(thread, thread.url(), now);
            case ANNOUNCEMENT, FOUND -> said(thread, url, now);
        };
    }

    private static DiscussionThread said(DiscussionThread thread, String url, Instant now) {
        return new DiscussionThread(
                thread.platform(),
                url,
                thread.primary(),
                Origin.GIVEN,
                thread.title(),
                thread.score(),
                thread.comments(),
                now);
    }

    /** What is known already stays: whoever looks at threads again tells what they have come to. */
    static DiscussionThread described(DiscussionThread thread, FoundThread found) {
        return new DiscussionThread(
                thread.platform(),
                thread.url(),
                thread.primary(),
                thread.origin(),
                thread.title() == null ? found.title() : thread.title(),
                thread.score() == null ? found.counts().score() : thread.score(),
                thread.comments() == null ? found.counts().comments() : thread.comments(),
                thread.foundAt(),
                thread.proposal());
    }

    /** One that was known under another address as well. */
    static DiscussionThread merged(DiscussionThread thread, DiscussionThread other) {
        return new DiscussionThread(
                thread.platform(),
                thread.url(),
                thread.primary(),
                thread.origin(),
                thread.title() == null ? other.title() : thread.title(),
                thread.score() == null ? other.score() : thread.score(),
                thread.comments() == null ? other.comments() : thread.comments(),
                thread.foundAt(),
                thread.proposal());
    }

    static DiscussionThread spelled(DiscussionThread thread, String url) {
        return with(thread, url, thread.primary(), thread.score(), thread.comments());
    }

    static DiscussionThread primary(DiscussionThread thread, boolean primary) {
        return with(thread, thread.url(), primary, thread.score(), thread.comments());
    }

    /** What the source does not say stays as it was. */
    static DiscussionThread counted(DiscussionThread thread, ThreadCounts counts) {
        return with(
                thread,
                thread.url(),
                thread.primary(),
                counts.score() == null ? thread.score() : counts.score(),
                counts.comments() == null ? thread.comments() : counts.comments());
    }

    private static DiscussionThread with(
            DiscussionThread thread, String url, boolean primary, @Nullable Integer score, @Nullable Integer comments) {
        return new DiscussionThread(
                thread.platform(),
                url,
                primary,
                thread.origin(),
                thread.title(),
                score,
                comments,
                thread.foundAt(),
                thread.proposal());
    }
}
