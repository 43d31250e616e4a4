package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

/**
 * How much two files have in common, by Git's own measure for renames. One file is often compared with many: it is read
 * once, as long as all of them together are not too large.
 */
final class Likeness {
    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private final Repository repository;
    private final Map<ObjectId, SimilarityIndex> read = new HashMap<>();
    private long bytes;

    Likeness(Repository repository) {
        this.repository = repository;
    }

    int percent(ObjectId one, ObjectId other) {
        if (one.equals(other)) {
            return 100;
        }
        try {
            return index(one).score(index(other), 100);
        } catch (IOException | SimilarityIndex.TableFullException e) {
            // A file that cannot be compared is like no other.
            return 0;
        }
    }

    private SimilarityIndex index(ObjectId id) throws IOException, SimilarityIndex.TableFullException {
        SimilarityIndex known = read.get(id);
        if (known != null) {
            return known;
        }
        ObjectLoader file = repository.open(id);
        bytes += file.getSize();
        if (bytes > MAX_BYTES) {
            read.clear();
            bytes = file.getSize();
        }
        SimilarityIndex index = SimilarityIndex.create(file);
        read.put(id, index);
        return index;
    }
}
