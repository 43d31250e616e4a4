package org.commitcast.contentreading.generator;

import java.util.List;

/**
 * What dates a document.
 *
 * @param date the keys of its date, the first one that has a value wins; {@link #FILE_NAME} and {@link #PATH} may be
 *     among them
 * @param release the keys of the date from which on it is out; where none has a value its own date counts
 * @param expiry the keys of the date from which on it is out no more
 * @param timesAreUtc whether a time with seconds, without zone and quotes, is UTC whatever the site's zone is
 * @param waits whether it waits for its date
 */
public record DateRules(
        List<String> date, List<String> release, List<String> expiry, boolean timesAreUtc, boolean waits) {

    /** Stands for the date that the file's name begins with. */
    public static final String FILE_NAME = ":filename";
    /** Stands for the date that the value of {@code path} begins with. */
    public static final String PATH = ":path";

    public DateRules {
        date = List.copyOf(date);
        release = List.copyOf(release);
        expiry = List.copyOf(expiry);
    }
}
