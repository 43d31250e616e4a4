package org.commitcast.ingest.receipt;

import java.util.List;

/** Receipts say something else than before; fired in the transaction that changes them. */
public record ReceiptsChanged(String site, String incarnation, List<String> commits) {}
