package org.commitcast.notify.source.bluesky;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** As whom Bluesky is searched, and where it is. */
@ConfigMapping(prefix = "commitcast.sources.bluesky")
interface BlueskyConfig {

    Optional<String> handle();

    /** One of the passwords that an account can make for applications. */
    Optional<String> appPassword();

    /** Where the account is. */
    Optional<String> url();

    /** Where posts are shown to everybody. */
    Optional<String> publicUrl();
}
