package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.RecursiveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * What a branch would be after another commit was merged into it.
 *
 * @param commit absent where the two contradict each other
 * @param conflicts the files in which they do
 */
public record Merge(Optional<String> commit, List<String> conflicts) {

    public Merge {
        conflicts = List.copyOf(conflicts);
    }

    /** Nothing is known that it could be merged into. */
    public static Merge nothingWith(String commit) {
        return new Merge(Optional.of(commit), List.of());
    }

    /**
     * Merges.
     *
     * @param instead content by path that the branch is to have had in the place of its own
     */
    static Merge of(
            Repository repository, ObjectId ours, ObjectId theirs, Map<String, byte[]> instead, CommitWriting how)
            throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit into = walk.parseCommit(ours);
            RevCommit from = walk.parseCommit(theirs);
            if (walk.isMergedInto(from, into)) {
                return new Merge(Optional.of(into.name()), List.of());
            }
            walk.reset();
            if (walk.isMergedInto(into, from)) {
                return new Merge(Optional.of(from.name()), List.of());
            }
            RevCommit changed = instead.isEmpty() ? into : walk.parseCommit(changed(repository, into, instead, how));
            // Without a working tree: nothing of the repository is run or written anywhere but into its objects.
            var merger = (RecursiveMerger) MergeStrategy.RECURSIVE.newMerger(repository, true);
            return merger.merge(changed, from)
                    ? new Merge(Optional.of(commit(repository, merger, List.of(into, from), how)), List.of())
                    : new Merge(Optional.empty(), merger.getUnmergedPaths());
        }
    }

    private static ObjectId changed(
            Repository repository, RevCommit into, Map<String, byte[]> instead, CommitWriting how) throws IOException {
        return ObjectId.fromString(new NewCommit(into.name(), instead, how.name(), how.email(), how.message(), how.at())
                .write(repository));
    }

    private static String commit(
            Repository repository, RecursiveMerger merger, List<ObjectId> parents, CommitWriting how)
            throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            merger.getObjectInserter().flush();
            return how.write(parents, merger.getResultTreeId(), inserter);
        }
    }
}
