package org.commitcast.contentevents;

/**
 * The records of one commit. Feeds change at batch ends, so that a move of many files renders once.
 *
 * @param commit the commit that was processed
 * @param index counts from 0
 * @param count records in the batch
 */
public record Batch(String commit, int index, int count) {
    /** Whether this is the batch's last record. */
    public boolean ends() {
        return index == count - 1;
    }
}
