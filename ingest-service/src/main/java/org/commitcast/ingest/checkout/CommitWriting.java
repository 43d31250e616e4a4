package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
public record CommitWriting(String name, String email, String message, Instant at) {

    /** Writes a commit; one without a parent begins a history. */
    String write(@Nullable ObjectId parent, ObjectId tree, ObjectInserter inserter) throws IOException {
        return write(parent == null ? List.of() : List.of(parent), tree, inserter);
    }

    String write(List<ObjectId> parents, ObjectId tree, ObjectInserter inserter) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        PersonIdent author = new PersonIdent(name, email, at, ZoneOffset.UTC);
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setMessage(message);
        commit.setParentIds(parents);
        commit.setTreeId(tree);
        ObjectId written = inserter.insert(commit);
        inserter.flush();
        return written.name();
    }
}
