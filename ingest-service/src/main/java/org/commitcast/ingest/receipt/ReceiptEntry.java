package org.commitcast.ingest.receipt;

import java.time.Instant;
import java.util.List;
import org.commitcast.contentreading.finding.Finding;

/**
 * What is to be remembered of a processed commit.
 *
 * @param head the commit whose tree was published, where several were pushed together
 */
public record ReceiptEntry(String commit, String head, Instant at, List<ItemEntry> items, List<Finding> findings) {}
