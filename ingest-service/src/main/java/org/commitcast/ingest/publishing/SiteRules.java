package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.finding.Finding;

/**
 * What the files of a site are read with.
 *
 * @param warnings of the site as a whole
 */
record SiteRules(ContentReader reader, List<Finding> warnings) {

    /** What is wrong in the files that the rules come from, and with the site as a whole. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(reader.findings());
        all.addAll(warnings);
        return all;
    }
}
