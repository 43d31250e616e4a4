package org.commitcast.ingest.publishing;

import java.util.List;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.SharedInputs;
import org.commitcast.ingest.checkout.TooManyFilesException;

/** How many documents a site may have: where all of them are read, something of each is kept until the end. */
record DocumentLimit(int most) {
    private static final String SETTING = "commitcast.content.max-documents";
    /** 30,000 in a heap of 160 MB: twice what they take, because sites are read beside one another. */
    private static final long HEAP_OF_THOUSAND = 160L * 1024 * 1024 / 30;

    /** What a heap bears, as its Java says how large it is; that is a little less than it was told. */
    static DocumentLimit ofHeap(long bytes) {
        long thousands = Math.max(1, Math.round((double) bytes / HEAP_OF_THOUSAND));
        return new DocumentLimit((int) Math.min(1_000_000, thousands * 1000));
    }

    /** Throws {@link TooManyFilesException} where a repository has more, and is not to be begun with. */
    void check(RepositoryFiles files, ContentReader reader) {
        if (isExceeded(files, reader)) {
            throw new TooManyFilesException(most, "documents", SETTING);
        }
    }

    /** What a site is told that has grown larger: it goes on, because what it published would be out for ever. */
    List<Finding> warnings(RepositoryFiles files, ContentReader reader) {
        if (!isExceeded(files, reader)) {
            return List.of();
        }
        return List.of(
                new Finding(
                        "site.too-many-documents",
                        Severity.WARNING,
                        SharedInputs.SITE_FILE,
                        Position.START,
                        "The site has more than " + most + " documents (" + SETTING
                                + "). It goes on, but could not be imported anew, and takes more memory than is meant for it."));
    }

    private boolean isExceeded(RepositoryFiles files, ContentReader reader) {
        return files.paths()
                        .filter(path -> reader.classify(path) == InputKind.DOCUMENT)
                        .limit(most + 1L)
                        .count()
                > most;
    }
}
