package org.commitcast.notify.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.jspecify.annotations.Nullable;

/** A row of the ledger as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnnouncementView(
        UUID id,
        String site,
        String item,
        String channel,
        String type,
        String kind,
        Status status,
        int attempts,
        @Nullable String waitingFor,
        @Nullable String text,
        @Nullable String remoteId,
        @Nullable String url,
        @Nullable String error,
        @Nullable Instant pageLiveAt,
        @Nullable Instant firstSendingAt,
        @Nullable Instant nextAttemptAt,
        Instant at) {

    /** A page of them; {@code next} asks for the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AnnouncementView> announcements, @Nullable String next) {}

    static AnnouncementView of(LedgerRow row) {
        return new AnnouncementView(
                row.id,
                row.site,
                row.contentId,
                row.channel,
                row.channelType,
                row.kind,
                row.status,
                row.attempts,
                row.waitingFor,
                row.text,
                row.remoteId,
                row.remoteUrl,
                row.error,
                row.pageLiveAt,
                row.firstSendingAt,
                row.nextAttemptAt,
                row.occurredAt);
    }
}
