package org.commitcast.ingest.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.List;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.FeedState;
import org.commitcast.eventtransport.PolledEvents;
import org.jspecify.annotations.Nullable;

/** Takes in what other services tell of our items; a record that is delivered again changes nothing. */
@ApplicationScoped
class ToldEvents implements PolledEvents {
    private final Followed followed;
    private final Event<DiscussionsFollowed> discussed;
    private final Event<FeedFollowed> fed;
    private final Event<ReceiptsChanged> receipts;

    ToldEvents(
            Followed followed,
            Event<DiscussionsFollowed> discussed,
            Event<FeedFollowed> fed,
            Event<ReceiptsChanged> receipts) {
        this.receipts = receipts;
        this.fed = fed;
        this.followed = followed;
        this.discussed = discussed;
    }

    @Override
    public void feedChanged(FeedState feed) {
        try {
            long since = followed.through(feed);
            if (take(feed, null)) {
                var commits = followed.inFeed(feed, since);
                if (!commits.isEmpty()) {
                    receipts.fire(new ReceiptsChanged(feed.site(), feed.incarnation(), List.copyOf(commits)));
                }
                fed.fire(new FeedFollowed(feed));
            }
        } catch (SQLException e) {
            throw new ToldEventException("feed " + feed.key() + " could not be followed", e);
        }
    }

    @Override
    public void announcementChanged(AnnouncementState announcement) {
        take(announcement, announcement.contentId());
    }

    @Override
    public void discussionsChanged(DiscussionState discussions) {
        if (take(discussions, discussions.contentId())) {
            discussed.fire(new DiscussionsFollowed(discussions));
        }
    }

    private boolean take(org.commitcast.contentevents.Event event, @Nullable String contentId) {
        try {
            return followed.take(event, contentId);
        } catch (SQLException e) {
            throw new ToldEventException("record " + event.id() + " could not be followed", e);
        }
    }

    /** The store did not take it; it is delivered again. */
    private static final class ToldEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ToldEventException(String message, SQLException cause) {
            super(message, cause);
        }
    }
}
