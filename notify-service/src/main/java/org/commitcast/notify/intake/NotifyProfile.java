package org.commitcast.notify.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.Topic;
import org.commitcast.eventtransport.TransportProfile;
import org.commitcast.notify.announcement.RestoredLedger;
import org.commitcast.notify.discussion.Discussions;

/** What the transport must know of this service. */
@ApplicationScoped
class NotifyProfile implements TransportProfile {
    private final RestoredLedger ledger;
    private final Discussions discussions;

    NotifyProfile(RestoredLedger ledger, Discussions discussions) {
        this.ledger = ledger;
        this.discussions = discussions;
    }

    @Override
    public String service() {
        return "notify";
    }

    @Override
    public Set<Topic> writes() {
        return Set.of(Topic.ANNOUNCEMENTS, Topic.DISCUSSIONS);
    }

    @Override
    public EventHandler restorer() {
        return new EventHandler() {
            @Override
            public void announcementChanged(AnnouncementState announcement) {
                ledger.take(announcement);
            }

            @Override
            public void discussionsChanged(DiscussionState state) {
                discussions.restore(state);
            }
        };
    }
}
