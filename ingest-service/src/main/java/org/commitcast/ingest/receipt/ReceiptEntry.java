package org.commitcast.ingest.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of a processed commit.
 *
 * @param head the commit whose tree was published, where several were pushed together
 * @param findings those of the commit
 * @param imported of the commit whose tree is the baseline
 */
public record ReceiptEntry(
        String commit,
        String head,
        Instant at,
        List<ItemEntry> items,
        List<FindingView> findings,
        @Nullable ImportedEntry imported) {}
