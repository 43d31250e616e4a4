package org.commitcast.ingest.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Topic;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.ToldFeeds;

/** What the feed-service told last of a site's feeds. */
@ApplicationScoped
class FollowedFeeds implements ToldFeeds {
    private final Followed followed;

    FollowedFeeds(Followed followed) {
        this.followed = followed;
    }

    @Override
    public Optional<FeedState> of(Site site, String feed) throws SQLException {
        return followed.ofSite(site.name(), Topic.FEEDS, FeedState.class).stream()
                .filter(state -> state.feed().equals(feed))
                .filter(state -> state.incarnation().equals(site.incarnation()))
                .findFirst();
    }
}
