package org.commitcast.ingest.publishing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What was found wrong on the way to a plan.
 *
 * @param byPath of every file that was read, also where nothing was found
 * @param across of documents and transcripts beside one another
 * @param among the files that were looked at beside one another; absent where all were
 */
record Found(Map<String, List<Finding>> byPath, List<Finding> across, @Nullable Set<String> among) {

    /** Nothing was read. */
    static final Found NOTHING = new Found(Map.of(), List.of(), null);
}
