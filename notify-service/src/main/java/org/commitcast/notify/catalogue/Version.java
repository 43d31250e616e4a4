package org.commitcast.notify.catalogue;

import java.time.Instant;

/** The version guard. */
final class Version {
    private Version() {}

    /** Within one life of a site revisions decide; the records of its next life are the later ones. */
    static boolean isNewer(
            long revision, long knownRevision, boolean sameIncarnation, Instant occurredAt, Instant knownOccurredAt) {
        return sameIncarnation ? revision > knownRevision : occurredAt.isAfter(knownOccurredAt);
    }
}
