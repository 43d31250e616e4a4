package org.commitcast.ingest.checkout;

/** A repository has more files than are looked at. The message is for people. */
public final class TooManyFilesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyFilesException(int limit) {
        this(limit, "files and folders", "commitcast.checkout.max-files");
    }

    /** For files of one kind, with the name of the setting that says how many of them there may be. */
    public TooManyFilesException(int limit, String what, String setting) {
        super("The repository has more than " + limit + " " + what + " (" + setting + ").");
    }
}
