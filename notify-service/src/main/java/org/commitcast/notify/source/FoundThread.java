package org.commitcast.notify.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread that a source gave for an address.
 *
 * @param url the thread's own address, in the one form that we use for it
 * @param remoteId by which the source knows it
 * @param about what the thread links to; absent where it links to nothing
 * @param postedAt absent where the source does not say it
 * @param sameAs by which all servers know it that show it; absent where there is one server, or its address says that
 */
public record FoundThread(
        String url,
        String remoteId,
        @Nullable String about,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant postedAt,
        ThreadCounts counts,
        @Nullable String sameAs) {

    /** One that is known by its address alone. */
    public FoundThread(
            String url,
            String remoteId,
            @Nullable String about,
            @Nullable String title,
            @Nullable String author,
            @Nullable Instant postedAt,
            ThreadCounts counts) {
        this(url, remoteId, about, title, author, postedAt, counts, null);
    }
}
