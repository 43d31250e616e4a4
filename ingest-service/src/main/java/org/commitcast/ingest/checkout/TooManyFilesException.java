package org.commitcast.ingest.checkout;

/** A repository has more files than are looked at. The message is for people. */
public final class TooManyFilesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyFilesException(int limit) {
        super("The repository has more than " + limit + " files and folders (commitcast.checkout.max-files).");
    }
}
