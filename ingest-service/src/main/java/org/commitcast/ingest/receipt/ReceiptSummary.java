package org.commitcast.ingest.receipt;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in numbers.
 *
 * @param imported items of a baseline that are out
 */
public record ReceiptSummary(int imported, Items items, int errors, int warnings, @Nullable URI page) {

    /**
     * Its items.
     *
     * @param published that went out because of the commit
     * @param onTheWay those of them that are in no feed yet, and those that left and are still in one
     * @param awaitDate that wait for their date
     * @param awaitAudio that wait for their audio
     * @param hidden drafts, and what is over
     */
    public record Items(
            int published, int withdrawn, int onTheWay, int held, int awaitDate, int awaitAudio, int hidden) {}

    /** Of a commit's own items and findings. */
    static ReceiptSummary of(Items items, Problems problems, @Nullable URI page) {
        return new ReceiptSummary(0, items, problems.errors(), problems.warnings(), page);
    }

    /** Of a baseline: the items that were told one by one since are among its counts. */
    static ReceiptSummary ofBaseline(
            ImportedEntry baseline, Items items, boolean inFeed, Problems more, @Nullable URI page) {
        int onTheWay = items.onTheWay() + (inFeed ? 0 : baseline.items());
        return new ReceiptSummary(
                baseline.items(),
                new Items(
                        items.published(),
                        items.withdrawn(),
                        onTheWay,
                        baseline.held(),
                        baseline.waiting(),
                        items.awaitAudio(),
                        baseline.hidden()),
                baseline.errors() + more.errors(),
                baseline.warnings() + more.warnings(),
                page);
    }

    /** Whether something is still on its way into the feed, or cannot go there before its audio is. */
    public boolean isOnTheWay() {
        return items.onTheWay + items.awaitAudio > 0;
    }

    /** In one line. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, imported, " item imported", " items imported");
        add(parts, items.published, " item published", " items published");
        add(parts, items.withdrawn, " item withdrawn", " items withdrawn");
        add(parts, items.held, " item held", " items held");
        add(parts, items.awaitDate, " item waits for its date", " items wait for their date");
        add(parts, items.awaitAudio, " item waits for its audio", " items wait for their audio");
        add(parts, items.hidden, " item not to be published", " items not to be published");
        if (parts.isEmpty()) {
            parts.add("No item changed");
        }
        add(parts, errors, " error", " errors");
        add(parts, warnings, " warning", " warnings");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String one, String several) {
        if (count > 0) {
            parts.add(count + (count == 1 ? one : several));
        }
    }
}
