package org.commitcast.ingest.probe;

import java.net.URI;
import java.util.List;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.episode.AudioProof;
import org.commitcast.contentreading.episode.HostedAudio;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;

/** Audio to be looked at now. */
record Look(long id, String site, String incarnation, String host, ClaimedAudio claimed, boolean holds, int attempts) {

    URI url() {
        return URI.create(claimed.enclosure().url());
    }

    /** What is to be told. */
    List<Finding> findings(HostedAudio there) {
        return findings(there, holds);
    }

    /** Whether listeners can hear what is claimed. */
    boolean isProven(HostedAudio there) {
        return findings(there, true).stream().noneMatch(Finding::isError);
    }

    private List<Finding> findings(HostedAudio there, boolean asErrors) {
        Position place = claimed.place();
        Enclosure enclosure = claimed.enclosure();
        return AudioProof.findings(claimed.path(), place, enclosure, there, asErrors);
    }
}
