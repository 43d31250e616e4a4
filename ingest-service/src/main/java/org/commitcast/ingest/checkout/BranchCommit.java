package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * A commit to be made that brings and takes away whole files.
 *
 * @param parent what it goes on top of; absent where the branch is to begin with it
 * @param files the stored content ({@link LocalCopy#store}) by path
 * @param removed paths of files that are to be gone
 */
public record BranchCommit(
        @Nullable String parent,
        Map<String, String> files,
        Collection<String> removed,
        String name,
        String email,
        String message,
        Instant at) {

    String write(Repository repository) throws IOException {
        ObjectId base = parent == null ? null : ObjectId.fromString(parent);
        Map<String, ObjectId> blobs = new LinkedHashMap<>();
        files.forEach((path, blob) -> blobs.put(path, ObjectId.fromString(blob)));
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId tree = TreeEdits.write(repository, base, blobs, removed, inserter);
            return new CommitWriting(name, email, message, at).write(base, tree, inserter);
        }
    }
}
