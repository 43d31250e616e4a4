package org.commitcast.ingest.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.commitcast.ingest.inbox.WorkState;
import org.jspecify.annotations.Nullable;

/** A site as REST shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SiteView(
        String site,
        String incarnation,
        String status,
        @Nullable String reason,
        @Nullable String lastCommit,
        @Nullable Instant lastFetchedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String statusProblem,
        int items,
        String webhookUrl,
        Map<String, @Nullable Object> definition) {

    static SiteView of(Site site, WorkState work, String webhookUrl) {
        String status = work.reason() != null ? "failing" : site.imported() ? "ready" : "importing";
        return new SiteView(
                site.name(),
                site.incarnation(),
                status,
                work.reason(),
                site.processedCommit(),
                work.lastFetchedAt(),
                work.nextAttemptAt(),
                work.statusProblem(),
                site.items(),
                webhookUrl,
                site.explained());
    }
}
