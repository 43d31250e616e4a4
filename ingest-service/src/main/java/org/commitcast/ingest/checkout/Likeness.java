package org.commitcast.ingest.checkout;

import java.io.IOException;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** How much two files have in common, by Git's own measure for renames. */
final class Likeness {
    private Likeness() {}

    static int percent(Repository repository, ObjectId one, ObjectId other) {
        if (one.equals(other)) {
            return 100;
        }
        try {
            return SimilarityIndex.create(repository.open(one))
                    .score(SimilarityIndex.create(repository.open(other)), 100);
        } catch (IOException | SimilarityIndex.TableFullException e) {
            // A file that cannot be compared is like no other.
            return 0;
        }
    }
}
