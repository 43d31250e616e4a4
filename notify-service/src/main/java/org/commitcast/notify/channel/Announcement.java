package org.commitcast.notify.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said.
 *
 * @param key the same in every attempt, and of no other announcement: what a platform recognises a repetition by
 * @param kind {@code new}
 * @param text within the channel's limit
 * @param firstSendingAt when the first attempt began
 * @param submissions what maintainers are asked to submit; none where the public is told of an item
 */
public record Announcement(
        String key,
        String kind,
        String text,
        AnnouncedItem item,
        Instant firstSendingAt,
        List<Submission> submissions) {

    public Announcement {
        submissions = List.copyOf(submissions);
    }

    /** For the public. */
    public Announcement(String key, String kind, String text, AnnouncedItem item, Instant firstSendingAt) {
        this(key, kind, text, item, firstSendingAt, List.of());
    }

    /**
     * Where to submit the item. Its text form holds no address of a page: whoever has one may give a thread there.
     *
     * @param community as the site says it; absent where the platform has none
     * @param submit the platform's own form, filled in
     * @param page on which the thread's address is given afterwards, and until when; absent where this deployment does
     *     not know its own address
     */
    public record Submission(
            String platform, @Nullable String community, String submit, @Nullable String page, Instant expiresAt) {
        @Override
        public String toString() {
            return "submission to " + platform;
        }
    }

    /**
     * What it is about.
     *
     * @param kind {@code episode} or {@code post}
     * @param summary in plain text
     * @param image its artwork
     * @param mediaUrl an episode's audio or video
     */
    public record AnnouncedItem(
            String site,
            String contentId,
            String kind,
            String guid,
            String title,
            String url,
            @Nullable String summary,
            @Nullable String image,
            @Nullable String language,
            @Nullable String mediaUrl,
            Instant publishedAt) {}
}
