package org.commitcast.ingest.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.site.EnclosureProbing;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.probe.ClaimedAudio;
import org.commitcast.ingest.site.Definitions.Explained;
import org.jspecify.annotations.Nullable;

/**
 * All that one transaction is to change.
 *
 * @param head the commit whose tree is published
 * @param findings of every file that was read, also where nothing was found
 * @param across of documents and transcripts beside one another; of a whole tree where the plan completes it
 * @param among the files that these are of; absent where they are of all files
 * @param audio that the items' documents claim, where the site wants it to be looked at
 * @param touches what each commit did, in their order; without those of an import
 * @param files that each commit changed; without those of an import
 * @param completes whether the published state is that of the head afterwards
 */
record Plan(
        SiteAtWork site,
        String head,
        String branch,
        Instant at,
        SiteDefinition definition,
        Map<String, Explained> explained,
        List<Evaluated> items,
        List<TranscriptNews> transcripts,
        Map<String, List<Finding>> findings,
        List<Finding> sharedFindings,
        List<Finding> across,
        @Nullable Set<String> among,
        EnclosureProbing probing,
        List<ClaimedAudio> audio,
        Map<String, List<Touch>> touches,
        Map<String, Set<String>> files,
        boolean completes) {

    /** Whether there is a receipt to be written. */
    boolean tells() {
        return completes && (!touches.isEmpty() || !site.imported());
    }

    /** Whether the site begins with this commit: what is to be told of it is what there is. */
    boolean tellsOfBaseline() {
        return tells() && (!site.imported() || head.equals(site.importCommit()));
    }

    /** Whether all items were looked at, and not only those that a change concerns. */
    boolean isWhole() {
        return among == null;
    }
}
