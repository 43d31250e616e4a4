package org.commitcast.notify.source.mastodon;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which server is searched, and as whom. */
@ConfigMapping(prefix = "commitcast.sources.mastodon")
interface MastodonSourceConfig {

    Optional<String> url();

    /** An access token with the scope {@code read:search}. */
    Optional<String> token();
}
