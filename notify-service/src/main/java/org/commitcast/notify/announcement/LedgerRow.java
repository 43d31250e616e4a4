package org.commitcast.notify.announcement;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.commitcast.contentevents.ContentSnapshot;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What was or will be said of an item on a channel. Every change counts its revision up; {@link Ledger#record} tells
 * the topic of it.
 */
@Entity
@DynamicUpdate
@Table(name = "announcement")
public class LedgerRow extends LedgerEntry {
    /** The announcement of a new item. */
    public static final String NEW = "new";

    /** What maintainers are asked to submit of a new item; on channels for maintainers in the announcement's place. */
    public static final String SUBMIT = "submit";

    /** Why it is called off when its item goes; what comes back with the item. */
    public static final String WITHDRAWN = "the item was withdrawn";

    public static final String SITE_REMOVED = "the site was removed";
    public static final String NOT_SERVED = "the channel no longer serves the site";
    public static final String CHANNEL_REMOVED = "the channel was removed";

    static final String ITS_TURN = "its turn";

    LedgerRow() {}

    static LedgerRow pending(ContentSnapshot item, String channel, String channelType, String kind, Instant now) {
        LedgerRow row = new LedgerRow();
        row.id = LedgerKey.of(item.contentId(), channel, kind);
        row.site = item.site();
        row.incarnation = item.incarnation();
        row.contentId = item.contentId();
        row.channel = channel;
        row.channelType = channelType;
        row.kind = kind;
        row.sequence = item.sequence();
        row.change(Status.PENDING, now);
        return row;
    }

    /** Whether it asks maintainers for something, and tells the public nothing. */
    public boolean isForMaintainers() {
        return kind.equals(SUBMIT);
    }

    /** Names what is waited for; false where that is said already. */
    public boolean waitFor(String reason, Instant now) {
        if (status != Status.PENDING || nextAttemptAt != null || reason.equals(waitingFor)) {
            return false;
        }
        waitingFor = reason;
        change(Status.PENDING, now);
        return true;
    }

    /** Nothing but the channel is waited for any more. */
    public boolean release(@Nullable Instant seenLiveAt, @Nullable String channelSilence, Instant now) {
        if (status != Status.PENDING || isReleased()) {
            return false;
        }
        pageLiveAt = seenLiveAt;
        waitingFor = channelSilence;
        nextAttemptAt = now;
        change(Status.PENDING, now);
        return true;
    }

    /** What it was released for has changed: the gate has to look again. */
    public void returnToGate(Instant now) {
        nextAttemptAt = null;
        waitingFor = ITS_TURN;
        change(Status.PENDING, now);
    }

    /** The channel began or ceased to be silent. */
    boolean hear(@Nullable String channelSilence, Instant now) {
        if (!isReleased() || Objects.equals(waitingFor, channelSilence)) {
            return false;
        }
        waitingFor = channelSilence;
        change(Status.PENDING, now);
        return true;
    }

    /** Takes the row for an attempt; whoever held it before may not settle it any more. */
    public void take(String textToSend, Duration lease, Instant now) {
        fencing++;
        attempts++;
        text = textToSend;
        waitingFor = null;
        firstSendingAt = firstSendingAt == null ? now : firstSendingAt;
        nextAttemptAt = null;
        leaseUntil = now.plus(lease);
        change(Status.SENDING, now);
    }

    /** Whether the attempt that was taken under this number is still the one. */
    public boolean isHeldBy(long fencingOfAttempt) {
        return status == Status.SENDING && fencing == fencingOfAttempt;
    }

    /** Keeps a held row; nothing that the topic has to know. */
    public void renew(Duration lease, Instant now) {
        leaseUntil = now.plus(lease);
    }

    /** Whether the lease lasts that long. */
    public boolean isHeldFor(Duration time, Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now.plus(time));
    }

    public void sent(@Nullable String remoteId, @Nullable String remoteUrl, Instant now) {
        this.remoteId = remoteId;
        this.remoteUrl = remoteUrl;
        error = null;
        waitingFor = null;
        doubtful = false;
        change(Status.SENT, now);
    }

    /**
     * To be tried again.
     *
     * @param maybeArrived whether this attempt, or one before it, may have reached the channel
     */
    public void postpone(Instant at, String reason, boolean maybeArrived, Instant now) {
        error = reason;
        waitingFor = "the next attempt";
        nextAttemptAt = at;
        doubtful = maybeArrived;
        change(Status.PENDING, now);
    }

    /** Given back without the channel having been called. */
    public void giveBack(Instant at, Instant now) {
        attempts--;
        nextAttemptAt = at;
        change(Status.PENDING, now);
    }

    public void fail(String reason, Instant now) {
        error = reason;
        change(Status.FAILED, now);
    }

    /** Left to a person: it may be there or not. */
    public void doubt(String reason, Instant now) {
        error = reason;
        doubtful = true;
        change(Status.UNKNOWN, now);
    }

    /** What was in doubt is certainly not there. */
    public void clearDoubt() {
        doubtful = false;
    }

    /** A person says that it is to be tried again, and that it is not there. */
    boolean retry(Instant now) {
        if (status != Status.FAILED && status != Status.UNKNOWN && status != Status.CANCELLED && !isReleased()) {
            return false;
        }
        // One that was called off before the gate opened has yet to pass it.
        boolean released = firstSendingAt != null || isReleased();
        attempts = 0;
        doubtful = false;
        error = null;
        waitingFor = released ? null : ITS_TURN;
        firstSendingAt = null;
        text = null;
        nextAttemptAt = released ? now : null;
        change(Status.PENDING, now);
        return true;
    }

    /** Calls it off; false where it is too late for that. */
    public boolean cancel(String reason, Instant now) {
        if (status == Status.SENDING || status == Status.SENT || status == Status.CANCELLED) {
            return false;
        }
        error = reason;
        change(Status.CANCELLED, now);
        return true;
    }

    /** Its item is out again. What may have been said stays said, and what a person called off stays so. */
    boolean putBack(Instant now) {
        if (status != Status.CANCELLED || !WITHDRAWN.equals(error) || doubtful) {
            return false;
        }
        attempts = 0;
        error = null;
        text = null;
        firstSendingAt = null;
        waitingFor = ITS_TURN;
        change(Status.PENDING, now);
        return true;
    }

    /** Whether it waits for another attempt. */
    public boolean waits() {
        return status == Status.PENDING;
    }

    /** Whether nothing but its channel, or time, stands in the way of an attempt. */
    boolean isReleased() {
        return status == Status.PENDING && nextAttemptAt != null;
    }

    private void change(Status next, Instant now) {
        status = next;
        revision++;
        occurredAt = now;
        if (next != Status.SENDING) {
            leaseUntil = null;
        }
        if (next != Status.PENDING) {
            nextAttemptAt = null;
            waitingFor = null;
        }
    }
}
