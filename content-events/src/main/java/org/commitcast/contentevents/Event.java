package org.commitcast.contentevents;

import java.time.Instant;

/** The whole state of one key at one revision. */
public sealed interface Event
        permits SiteState, ContentSnapshot, TranscriptState, FeedState, AnnouncementState, DiscussionState {

    Topic topic();

    /** The CloudEvents {@code type}; says what happened, while the data says what is so now. */
    String type();

    /** The record's key: what is compacted to its newest state. */
    String key();

    /** The site's name. */
    String site();

    /** One life of a site: removing and registering it again gives another. Records of other incarnations are ignored. */
    String incarnation();

    /** Counts up per key; the version guard of every consumer. */
    long revision();

    /** When this state came to be; stays the same in every replay. */
    Instant occurredAt();

    /** Calls the handler's method for this record. */
    void deliverTo(EventHandler handler);

    /** The CloudEvents {@code id}: the same state has the same id, however often it is sent. */
    default String id() {
        return site() + "/" + key() + "/" + revision();
    }
}
