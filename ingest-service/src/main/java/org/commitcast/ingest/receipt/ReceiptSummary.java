package org.commitcast.ingest.receipt;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in numbers.
 *
 * @param published items that went out because of the commit
 * @param onTheWay those of them that are in no feed yet
 * @param awaitDate items that wait for their date
 * @param awaitAudio items that wait for their audio
 */
public record ReceiptSummary(
        int published,
        int withdrawn,
        int onTheWay,
        int awaitDate,
        int awaitAudio,
        int errors,
        int warnings,
        @Nullable URI page) {

    /** In one line. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, published, " item published", " items published");
        add(parts, withdrawn, " item withdrawn", " items withdrawn");
        add(parts, awaitDate, " item waits for its date", " items wait for their date");
        add(parts, awaitAudio, " item waits for its audio", " items wait for their audio");
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
