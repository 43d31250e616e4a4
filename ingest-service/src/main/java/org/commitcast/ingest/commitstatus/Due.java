package org.commitcast.ingest.commitstatus;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A status that is to be sent now.
 *
 * @param version of the receipt, as counted
 * @param sent the fingerprint of what was sent last
 * @param attempts that failed, in a row
 * @param age since the commit was first processed
 */
record Due(
        long id,
        String site,
        String incarnation,
        String commit,
        long version,
        @Nullable String sent,
        int attempts,
        Duration age) {}
