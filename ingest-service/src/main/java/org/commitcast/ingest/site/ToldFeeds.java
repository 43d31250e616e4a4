package org.commitcast.ingest.site;

import java.sql.SQLException;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;

/** What was told last of the feeds of a site. */
public interface ToldFeeds {
    /** The feed's state in this life of the site; empty where nothing was told. */
    Optional<FeedState> of(Site site, String feed) throws SQLException;
}
