package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/**
 * A commit to be made.
 *
 * @param parent what it goes on top of
 * @param files new content by path; each path is there already
 */
public record NewCommit(
        String parent, Map<String, byte[]> files, String name, String email, String message, Instant at) {

    String write(Repository repository) throws IOException {
        ObjectId base = ObjectId.fromString(parent);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            Map<String, ObjectId> blobs = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                blobs.put(file.getKey(), inserter.insert(Constants.OBJ_BLOB, file.getValue()));
            }
            ObjectId tree = TreeEdits.write(repository, base, blobs, List.of(), inserter);
            return new CommitWriting(name, email, message, at).write(base, tree, inserter);
        }
    }
}
