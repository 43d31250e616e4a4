package org.commitcast.notify.candidate;

/** Where a candidate stands. */
enum CandidateState {
    PROPOSED,
    /** Taken by itself. */
    ACCEPTED,
    /** By a person. */
    CONFIRMED,
    /** By a person. */
    REJECTED
}
