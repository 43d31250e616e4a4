package org.commitcast.notify.backfill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search through an archive as clients see it.
 *
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param proposal the name under which all accepted links are proposed together; absent for a dry run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BackfillView(
        UUID id,
        String site,
        boolean dryRun,
        String state,
        @Nullable String proposal,
        List<Progress> sources,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * How far it is at one source.
     *
     * @param searches items to be searched for
     * @param finished of which the search is over
     * @param givenUp of which it was given up, because the source gave no answer for a day
     * @param found for which threads were found that may be about them
     */
    record Progress(String source, long searches, long finished, long givenUp, long found) {}

    /** A page of them; {@code next} asks for the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<BackfillView> backfills, @Nullable String next) {}

    static BackfillView of(BackfillRow row, List<Progress> progress) {
        return new BackfillView(
                row.id,
                row.site,
                row.dryRun,
                row.state.name().toLowerCase(Locale.ROOT),
                row.dryRun ? null : row.proposal,
                progress,
                row.createdAt,
                row.finishedAt);
    }
}
