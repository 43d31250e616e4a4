package org.commitcast.contentevents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the announcement ledger: at most one for an item, a channel and a kind, for ever.
 *
 * @param kind what is said: {@code new}, or {@code submit} where maintainers alone are asked to submit an item
 * @param fencing counts the takings of the sending lease; a holder of an older one may not settle the row
 * @param idempotencyKey what the channel recognises a repetition by
 * @param pageLiveAt when the item's page was seen to answer 200
 * @param waitingFor why nothing is sent yet, for people
 * @param remoteId, remoteUrl what the channel gave back
 * @param error the last failure, for people, without secrets
 */
public record AnnouncementState(
        String site,
        String incarnation,
        String contentId,
        String channel,
        String channelType,
        String kind,
        long revision,
        Status status,
        long fencing,
        int attempts,
        String idempotencyKey,
        @Nullable Instant pageLiveAt,
        @Nullable String waitingFor,
        @Nullable String text,
        @Nullable String remoteId,
        @Nullable String remoteUrl,
        @Nullable String error,
        @Nullable Instant firstSendingAt,
        Instant occurredAt)
        implements Event {

    /** Where a row stands. */
    public enum Status {
        PENDING,
        HELD,
        SENDING,
        SENT,
        FAILED,
        UNKNOWN,
        CANCELLED
    }

    /** Whether it asks maintainers for something, and tells the public nothing. */
    public boolean forMaintainers() {
        return kind.equals("submit");
    }

    @Override
    public Topic topic() {
        return Topic.ANNOUNCEMENTS;
    }

    @Override
    public String type() {
        return "org.commitcast.announcement.recorded.v1";
    }

    @Override
    public String key() {
        return contentId + "/" + channel + "/" + kind;
    }

    @Override
    public void deliverTo(EventHandler handler) {
        handler.announcementChanged(this);
    }
}
