package org.commitcast.contentreading.finding;

/** How much a finding matters. */
public enum Severity {
    /** The item is held: what is in the file must not go out. */
    ERROR,
    /** The item goes out, but not quite as its author may think. */
    WARNING
}
