package org.commitcast.feed.websub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a ping.
 *
 * @param failure absent where the hub has acknowledged it
 * @param notBefore how long the hub wants to be left alone
 */
record PingOutcome(@Nullable String failure, Duration notBefore) {
    static final PingOutcome ACKNOWLEDGED = new PingOutcome(null, Duration.ZERO);
}
