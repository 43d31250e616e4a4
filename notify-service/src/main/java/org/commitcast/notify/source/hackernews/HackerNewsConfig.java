package org.commitcast.notify.source.hackernews;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where Hacker News is. */
@ConfigMapping(prefix = "commitcast.sources.hackernews")
interface HackerNewsConfig {

    /** Algolia's search. */
    Optional<String> searchUrl();

    /** Firebase, which has the items. */
    Optional<String> itemsUrl();
}
