package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * How many files and folders are looked at, and how deep. A handful of objects can name more paths than any machine can
 * hold: a tree may name another one many times.
 */
final class TreeBudget {
    /** What lies deeper is left out. */
    static final int MAX_DEPTH = 40;

    private final int limit;
    private int left;

    TreeBudget(int limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * Goes through trees.
     *
     * @param file told of all that is no folder
     * @param tooDeep told of folders that are left out
     * @throws TooManyFilesException where that is more than may be looked at
     */
    void spend(TreeWalk walk, Consumer<TreeWalk> file, Consumer<TreeWalk> tooDeep) throws IOException {
        while (walk.next()) {
            if (--left < 0) {
                throw new TooManyFilesException(limit);
            }
            if (!walk.isSubtree()) {
                file.accept(walk);
            } else if (walk.getDepth() < MAX_DEPTH) {
                walk.enterSubtree();
            } else {
                tooDeep.accept(walk);
            }
        }
    }
}
