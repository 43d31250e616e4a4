package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

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
            CommitBuilder commit = new CommitBuilder();
            PersonIdent author = new PersonIdent(name, email, at, ZoneOffset.UTC);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(message);
            commit.setParentId(base);
            commit.setTreeId(tree(repository, base, inserter));
            ObjectId written = inserter.insert(commit);
            inserter.flush();
            return written.name();
        }
    }

    private ObjectId tree(Repository repository, ObjectId base, ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        try (RevWalk commits = new RevWalk(repository);
                ObjectReader reader = repository.newObjectReader()) {
            DirCacheBuilder all = index.builder();
            all.addTree(new byte[0], 0, reader, commits.parseCommit(base).getTree());
            all.finish();
        }
        DirCacheEditor edits = index.editor();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
            edits.add(new DirCacheEditor.PathEdit(file.getKey()) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setObjectId(blob);
                }
            });
        }
        edits.finish();
        return index.writeTree(inserter);
    }
}
