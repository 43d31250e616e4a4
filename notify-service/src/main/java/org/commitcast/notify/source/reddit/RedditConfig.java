package org.commitcast.notify.source.reddit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The deployment's application at Reddit. */
@ConfigMapping(prefix = "commitcast.sources.reddit")
interface RedditConfig {

    Optional<String> clientId();

    Optional<String> clientSecret();

    /** Whose application it is: Reddit wants the name in every request. */
    Optional<String> user();

    /** Where the interface is. */
    Optional<String> url();

    /** Where tokens are given. */
    Optional<String> loginUrl();
}
