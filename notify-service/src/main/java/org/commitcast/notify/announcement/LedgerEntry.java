package org.commitcast.notify.announcement;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.jspecify.annotations.Nullable;

/** What a row of the ledger holds, and how it is told to the topic and taken from it again. */
@MappedSuperclass
public abstract class LedgerEntry {
    @Id
    UUID id;

    String site;
    String incarnation;
    String contentId;
    String channel;
    String channelType;
    String kind;
    long revision;

    @Enumerated(EnumType.STRING)
    Status status;

    long fencing;
    int attempts;
    boolean doubtful;

    @Nullable Instant pageLiveAt;

    @Nullable String waitingFor;

    @Nullable String text;

    @Nullable String remoteId;

    @Nullable String remoteUrl;

    @Nullable String error;

    @Nullable Instant firstSendingAt;

    @Nullable Instant nextAttemptAt;

    @Nullable Instant leaseUntil;

    long sequence;
    Instant occurredAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    LedgerEntry() {}

    /** Becomes what the topic says: this store is an older copy, or was empty. */
    void restore(AnnouncementState state, Instant now) {
        id = LedgerKey.of(state.contentId(), state.channel(), state.kind());
        site = state.site();
        incarnation = state.incarnation();
        contentId = state.contentId();
        channel = state.channel();
        channelType = state.channelType();
        kind = state.kind();
        revision = state.revision();
        status = state.status();
        fencing = state.fencing();
        attempts = state.attempts();
        // Whether an attempt arrived is not on the topic: one that may have is one that did.
        doubtful = status == Status.SENDING || attempts > 0;
        pageLiveAt = state.pageLiveAt();
        waitingFor = state.waitingFor();
        text = state.text();
        remoteId = state.remoteId();
        remoteUrl = state.remoteUrl();
        error = state.error();
        firstSendingAt = state.firstSendingAt();
        nextAttemptAt = status == Status.PENDING && attempts > 0 ? now : null;
        leaseUntil = status == Status.SENDING ? now : null;
        occurredAt = state.occurredAt();
    }

    AnnouncementState state() {
        return new AnnouncementState(
                site,
                incarnation,
                contentId,
                channel,
                channelType,
                kind,
                revision,
                status,
                fencing,
                attempts,
                id.toString(),
                pageLiveAt,
                waitingFor,
                text,
                remoteId,
                remoteUrl,
                error,
                firstSendingAt,
                occurredAt);
    }

    public UUID id() {
        return id;
    }

    public String site() {
        return site;
    }

    public String contentId() {
        return contentId;
    }

    public String channel() {
        return channel;
    }

    public String channelType() {
        return channelType;
    }

    public String kind() {
        return kind;
    }

    public long fencing() {
        return fencing;
    }

    public int attempts() {
        return attempts;
    }

    public boolean doubtful() {
        return doubtful;
    }

    public @Nullable String text() {
        return text;
    }

    /** When the first attempt began; absent before it. */
    public @Nullable Instant firstSendingAt() {
        return firstSendingAt;
    }
}
