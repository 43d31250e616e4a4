package org.commitcast.ingest.identity;

/** Compares two files. */
@FunctionalInterface
public interface Likenesses {

    /** How alike two files are, in percent. */
    int percent(String oneBlob, String otherBlob);
}
