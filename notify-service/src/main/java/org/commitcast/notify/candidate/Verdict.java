package org.commitcast.notify.candidate;

/** What becomes of a thread that was found. */
public enum Verdict {
    /** It is one of the item's threads from now on. */
    ACCEPTED,
    /** A person decides. */
    PROPOSED,
    /** It was one of the item's threads already, or a person is being asked about it and nothing else is new. */
    KNOWN,
    /** A person said that it is not about the item. */
    REJECTED,
    /** It is about something else, or too little speaks for it. */
    DROPPED
}
