package org.commitcast.ingest.hosting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site whose branch is to be looked at now.
 *
 * @param holder who does it: this taking and no other
 * @param wanted the last reason to do so, as counted
 * @param attempts that failed, in a row
 * @param commit the last one that brought something
 * @param written what was written by path
 */
record HostingDue(
        String site,
        String incarnation,
        String holder,
        long wanted,
        int attempts,
        @Nullable String commit,
        Map<String, Written> written) {}
