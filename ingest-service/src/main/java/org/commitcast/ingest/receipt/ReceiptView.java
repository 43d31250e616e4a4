package org.commitcast.ingest.receipt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as REST shows it.
 *
 * @param publishes whether the site's feeds are committed to a branch; absent where they are not
 * @param own what Commitcast itself did with this commit; absent where it is somebody else's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String site,
        String commit,
        String status,
        @Nullable Instant processedAt,
        @Nullable String head,
        @Nullable URI page,
        List<ItemView> items,
        @Nullable Boolean looksAtPages,
        @Nullable Boolean publishes,
        @Nullable String own,
        @Nullable Imported imported,
        List<FindingView> findings) {

    static ReceiptView received(String site, String commit) {
        return new ReceiptView(
                site, commit, "received", null, null, null, List.of(), null, null, null, null, List.of());
    }

    /** It was told, and the branch that is followed was read since: it is not among the commits there. */
    static ReceiptView elsewhere(String site, String commit) {
        return new ReceiptView(
                site, commit, "elsewhere", null, null, null, List.of(), null, null, null, null, List.of());
    }

    @JsonIgnore
    boolean isElsewhere() {
        return status.equals("elsewhere");
    }

    boolean processed() {
        return status.equals("processed");
    }

    /** Whether everything in it has come that far. */
    boolean reached(Stage stage) {
        boolean baseline = imported == null || stage == Stage.PARSED || imported.reachedFeed();
        boolean told = (stage != Stage.LIVE || !Boolean.FALSE.equals(looksAtPages))
                && (stage != Stage.PUBLISHED || publishes != null);
        return processed() && baseline && items.stream().allMatch(item -> item.reached(told ? stage : Stage.PARSED));
    }

    /** The baseline: its items are not told one by one, and none of them is news. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Imported(int items, int held, int waiting, int hidden, int errors, int warnings, @Nullable At inFeed) {
        boolean reachedFeed() {
            return items == 0 || inFeed != null;
        }
    }

    /** An item of the commit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String item,
            String change,
            @Nullable String kind,
            String path,
            @Nullable String previousPath,
            @Nullable String guid,
            @Nullable String title,
            @Nullable String url,
            boolean quiet,
            String outcome,
            @Nullable Instant due,
            Stages stages) {

        boolean reached(Stage stage) {
            // What waits or is held is reported as such; nobody need wait for it.
            boolean out = stages.isOut();
            return switch (stage) {
                case PARSED -> true;
                case FEED -> !out || stages.inFeed() != null || stages.leftOut() != null;
                case PUBLISHED ->
                    !out
                            || stages.leftOut() != null
                            || (stages.inFeed() != null && stages.inFeed().published() != null);
                case LIVE -> !out || quiet || stages.live() != null || (!isNew() && !stages.someWait());
                case ANNOUNCED -> !out || quiet || (isNew() ? stages.allAnnounced() : !stages.someWait());
                case DISCUSSED -> !out || !stages.discussed().isEmpty();
            };
        }

        /** Whether it is in a feed that is not where the show's own hosting takes it from. */
        boolean awaitsHosting() {
            InFeed feed = stages.inFeed();
            return feed != null && feed.published() == null;
        }

        /** Only what is new is announced, and only for announcements somebody looks at pages. */
        private boolean isNew() {
            return outcome.equals("published");
        }
    }

    /** How far an item has come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stages(
            At parsed,
            @JsonIgnore boolean isOut,
            @Nullable InFeed inFeed,
            @Nullable LeftOut leftOut,
            @Nullable At live,
            List<Announced> announced,
            List<Discussed> discussed) {

        boolean allAnnounced() {
            return !announced.isEmpty() && !someWait();
        }

        boolean someWait() {
            return !announced.stream().allMatch(Announced::isSettled);
        }
    }

    record At(Instant at) {}

    /**
     * In its feeds.
     *
     * @param changed what about it became different there, by the names of elements; absent where nothing is known
     * @param published where they were committed; absent where they are not, or not yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InFeed(Instant at, List<String> feeds, @Nullable List<String> changed, @Nullable Hosted published) {}

    record Hosted(Instant at, String branch, String commit) {}

    /** Why feeds leave it out, though it is published. */
    record LeftOut(String error) {}

    /**
     * What became of it on a channel.
     *
     * @param earlier true where that was before this commit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Announced(
            String channel,
            String status,
            Instant at,
            @Nullable String url,
            @Nullable String waitingFor,
            @Nullable String error,
            @Nullable Boolean earlier) {

        @JsonIgnore
        boolean isSettled() {
            return !status.equals("PENDING") && !status.equals("SENDING");
        }
    }

    /**
     * Where it is discussed.
     *
     * @param at when that became known
     * @param earlier true where that was before this commit
     * @param writtenBack what became of the link; absent where the document itself said it, or nobody is to write it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Discussed(
            String platform, String url, Instant at, @Nullable Boolean earlier, @Nullable WrittenBack writtenBack) {}

    /** How far one may wait for it to come. */
    enum Stage {
        PARSED,
        FEED,
        PUBLISHED,
        LIVE,
        ANNOUNCED,
        DISCUSSED
    }
}
