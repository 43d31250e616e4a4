package org.commitcast.ingest.publishing;

import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.finding.Finding;

/**
 * What was found wrong on the way to a plan.
 *
 * @param byPath of every file that was read, also where nothing was found
 * @param across of documents and transcripts beside one another
 */
record Found(Map<String, List<Finding>> byPath, List<Finding> across) {

    /** Nothing was read. */
    static final Found NOTHING = new Found(Map.of(), List.of());
}
