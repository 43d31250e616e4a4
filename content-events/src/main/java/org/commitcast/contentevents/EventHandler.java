package org.commitcast.contentevents;

/** Receives events by their type. What a consumer does not override it ignores. */
public interface EventHandler {
    default void siteChanged(SiteState site) {}

    default void contentChanged(ContentSnapshot content) {}

    default void transcriptChanged(TranscriptState transcript) {}

    default void feedChanged(FeedState feed) {}

    default void announcementChanged(AnnouncementState announcement) {}

    default void discussionsChanged(DiscussionState discussions) {}
}
