package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/**
 * What commits of ours say of themselves.
 *
 * @param name, email of the author
 */
record CommitWriting(String name, String email, String message, Instant at) {

    /** Writes a commit; one without a parent begins a history. */
    String write(@Nullable ObjectId parent, ObjectId tree, ObjectInserter inserter) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        PersonIdent author = new PersonIdent(name, email, at, ZoneOffset.UTC);
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setMessage(message);
        if (parent != null) {
            commit.setParentId(parent);
        }
        commit.setTreeId(tree);
        ObjectId written = inserter.insert(commit);
        inserter.flush();
        return written.name();
    }
}
