package org.commitcast.ingest.receipt;

/**
 * A baseline in numbers: its items are not told one by one.
 *
 * @param items that are out
 * @param hidden drafts, and what is over
 * @param sequence the site's sequence that carries it
 */
public record ImportedEntry(int items, int held, int waiting, int hidden, int errors, int warnings, long sequence) {}
