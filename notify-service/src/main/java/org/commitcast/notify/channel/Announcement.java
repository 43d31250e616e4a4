package org.commitcast.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said.
 *
 * @param key the same in every attempt, and of no other announcement: what a platform recognises a repetition by
 * @param kind {@code new}
 * @param text within the channel's limit
 * @param firstSendingAt when the first attempt began
 */
public record Announcement(String key, String kind, String text, AnnouncedItem item, Instant firstSendingAt) {

    /**
     * What it is about.
     *
     * @param kind {@code episode} or {@code post}
     * @param mediaUrl an episode's audio or video
     */
    public record AnnouncedItem(
            String site,
            String contentId,
            String kind,
            String guid,
            String title,
            String url,
            @Nullable String language,
            @Nullable String mediaUrl,
            Instant publishedAt) {}
}
