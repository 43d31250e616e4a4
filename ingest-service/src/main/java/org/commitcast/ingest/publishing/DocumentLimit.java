package org.commitcast.ingest.publishing;

import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.ingest.checkout.TooManyFilesException;

/** How many documents a site may have: where all of them are read, something of each is kept until the end. */
record DocumentLimit(int most) {

    /** Throws {@link TooManyFilesException} where a repository has more. */
    void check(RepositoryFiles files, ContentReader reader) {
        long documents = files.paths()
                .filter(path -> reader.classify(path) == InputKind.DOCUMENT)
                .limit(most + 1L)
                .count();
        if (documents > most) {
            throw new TooManyFilesException(most, "documents", "commitcast.content.max-documents");
        }
    }
}
