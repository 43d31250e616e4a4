package org.commitcast.contentevents;

/** What a record on a topic turned out to be. */
public sealed interface Decoded {

    /** One of ours. */
    record Known(Event event) implements Decoded {}

    /** Written by a newer version; kept aside, not an error of the writer. */
    record UnknownType(String type) implements Decoded {}

    /** Not readable; the reason is for people. */
    record Malformed(String reason) implements Decoded {}
}
