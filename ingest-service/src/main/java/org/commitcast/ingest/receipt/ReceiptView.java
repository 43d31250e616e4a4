package org.commitcast.ingest.receipt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt as REST shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String site,
        String commit,
        String status,
        @Nullable Instant processedAt,
        @Nullable String head,
        @Nullable URI page,
        List<ItemView> items,
        List<FindingView> findings) {

    static ReceiptView received(String site, String commit) {
        return new ReceiptView(site, commit, "received", null, null, null, List.of(), List.of());
    }

    boolean processed() {
        return status.equals("processed");
    }

    /** Whether everything in it has come that far. */
    boolean reached(Stage stage) {
        return processed() && items.stream().allMatch(item -> item.reached(stage));
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
            Stages stages) {

        boolean reached(Stage stage) {
            // What waits or is held is reported as such; nobody need wait for it.
            boolean out = stages.isOut();
            return switch (stage) {
                case PARSED -> true;
                case FEED -> !out || stages.inFeed() != null;
                case LIVE -> !out || quiet || stages.live() != null;
                case ANNOUNCED -> !out || quiet || stages.isAnnounced();
                case DISCUSSED -> !out || !stages.discussed().isEmpty();
            };
        }
    }

    /** How far an item has come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stages(
            At parsed,
            @JsonIgnore boolean isOut,
            @Nullable InFeed inFeed,
            @Nullable At live,
            List<Announced> announced,
            List<Discussed> discussed) {

        boolean isAnnounced() {
            return !announced.isEmpty() && announced.stream().allMatch(Announced::isSettled);
        }
    }

    record At(Instant at) {}

    record InFeed(Instant at, List<String> feeds) {}

    /** What became of it on a channel. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Announced(
            String channel,
            String status,
            Instant at,
            @Nullable String url,
            @Nullable String waitingFor,
            @Nullable String error) {

        @JsonIgnore
        boolean isSettled() {
            return !status.equals("PENDING") && !status.equals("SENDING");
        }
    }

    record Discussed(String platform, String url) {}

    /** How far one may wait for it to come. */
    enum Stage {
        PARSED,
        FEED,
        LIVE,
        ANNOUNCED,
        DISCUSSED
    }
}
