package org.commitcast.notify.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread that was found, as clients see it.
 *
 * @param id by which it is confirmed or rejected
 * @param about what the thread links to
 * @param state {@code proposed}, {@code accepted}, {@code confirmed} or {@code rejected}
 * @param score from 0 to 100
 * @param reasons what the score is made of
 * @param points votes or likes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateView(
        UUID id,
        String site,
        String item,
        String platform,
        String url,
        String state,
        int score,
        List<String> reasons,
        @Nullable String about,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant postedAt,
        @Nullable Integer points,
        @Nullable Integer comments,
        Instant foundAt,
        @Nullable Instant decidedAt) {

    /** A page of them; {@code next} asks for the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<CandidateView> candidates, @Nullable String next) {}

    static CandidateView of(CandidateRow row) {
        return new CandidateView(
                row.id,
                row.site,
                row.contentId,
                row.source,
                row.url,
                row.state.name().toLowerCase(Locale.ROOT),
                row.score,
                row.reasons(),
                row.about,
                row.title,
                row.author,
                row.postedAt,
                row.points,
                row.comments,
                row.foundAt,
                row.decidedAt);
    }
}
