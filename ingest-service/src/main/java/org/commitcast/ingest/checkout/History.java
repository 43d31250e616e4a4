package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Commits by their first parents: what a branch itself went through, merged work being one step. */
public final class History {
    private static final Logger LOG = Logger.getLogger(History.class);

    /** More than this at once is taken as one step: nobody waits for receipts of them. */
    private static final int MAX_STEPS = 500;

    private static final int MAX_LOOK_BACK = 20_000;

    /** Contents of a file that are looked at before the newest one. */
    private static final int MAX_EARLIER = 20;

    /** Looking for the last change of each file may take so many times what one commit's tree may. */
    private static final int BACK_THROUGH_TREES = 10;

    private final Repository repository;
    private final int maxFiles;

    History(Repository repository, CheckoutConfig limits) {
        this.repository = repository;
        this.maxFiles = limits.maxFiles();
    }

    /**
     * The steps from one commit to another, oldest first. Where the one is not behind the other by first parents (a
     * forced push), it is one step from tree to tree.
     *
     * @param from absent means an empty tree
     */
    public List<Step> steps(@Nullable String from, String to) {
        if (to.equals(from)) {
            return List.of();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit old = from == null ? null : parse(walk, from);
            List<RevCommit> between = between(walk, old, walk.parseCommit(ObjectId.fromString(to)));
            List<Step> steps = new ArrayList<>();
            RevCommit previous = old;
            for (RevCommit commit : between) {
                steps.add(new Step(commit.name(), changes(previous, commit, new TreeBudget(maxFiles))));
                previous = commit;
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException("history up to " + to + " is not readable", e);
        }
    }

    private static @Nullable RevCommit parse(RevWalk walk, String commit) throws IOException {
        try {
            return walk.parseCommit(ObjectId.fromString(commit));
        } catch (MissingObjectException e) {
            // The local copy was lost and the branch was forced since: all that is there is the new tree.
            return null;
        }
    }

    private List<RevCommit> between(RevWalk walk, @Nullable RevCommit old, RevCommit head) throws IOException {
        List<RevCommit> back = new ArrayList<>();
        RevCommit at = head;
        while (old != null && back.size() < MAX_STEPS) {
            back.add(at);
            RevCommit parent = parent(walk, at);
            if (parent == null) {
                return List.of(head);
            }
            if (parent.equals(old)) {
                Collections.reverse(back);
                return back;
            }
            at = parent;
        }
        return List.of(head);
    }

    /** The commit before; nothing at the beginning, which is where the other side's own copy was cut off, too. */
    private @Nullable RevCommit parent(RevWalk walk, RevCommit at) throws IOException {
        if (at.getParentCount() == 0) {
            return null;
        }
        try {
            return walk.parseCommit(at.getParent(0));
        } catch (MissingObjectException e) {
            // From now on for whatever else walks through this copy, such as a push from it.
            Set<ObjectId> cut = new HashSet<>(repository.getObjectDatabase().getShallowCommits());
            cut.add(at.getId());
            repository.getObjectDatabase().setShallowCommits(cut);
            return null;
        }
    }

    /**
     * For each path the commit that last changed it, as far back as is reasonable to look; what is older counts as
     * changed by the last commit looked at.
     */
    public Map<String, String> lastChanges(String head, Collection<String> paths) {
        Map<String, String> found = new HashMap<>();
        Set<String> wanted = new HashSet<>(paths);
        var budget = new TreeBudget((int) Math.min(Integer.MAX_VALUE, (long) BACK_THROUGH_TREES * maxFiles));
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit at = walk.parseCommit(ObjectId.fromString(head));
            RevCommit last = at;
            try {
                for (int looked = 0; !wanted.isEmpty() && at != null && looked < MAX_LOOK_BACK; looked++) {
                    last = at;
                    at = parent(walk, last);
                    // One for all: in an import there may be as many files as a commit may have.
                    String name = last.name();
                    for (Change change : changes(at, last, budget)) {
                        if (wanted.remove(change.path())) {
                            found.put(change.path(), name);
                        }
                    }
                }
            } catch (TooManyFilesException e) {
                LOG.debugf("looked back to %s only: %s", last.name(), e.getMessage());
            }
            String oldest = last.name();
            wanted.forEach(path -> found.put(path, oldest));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("history up to " + head + " is not readable", e);
        }
    }

    /** The contents that a file had before those at a commit, newest first, up to where there was no such file. */
    Collection<ObjectId> earlier(String commit, String path) {
        Set<ObjectId> contents = new LinkedHashSet<>();
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit at = walk.parseCommit(ObjectId.fromString(commit));
            for (int looked = 0; at != null && looked < MAX_LOOK_BACK && contents.size() <= MAX_EARLIER; looked++) {
                try (TreeWalk file = TreeWalk.forPath(repository, path, at.getTree())) {
                    if (file == null || !CommitTree.isFile(file.getFileMode(0))) {
                        break;
                    }
                    contents.add(file.getObjectId(0));
                }
                at = parent(walk, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("history up to " + commit + " is not readable", e);
        }
        return contents.stream().skip(1).toList();
    }

    private List<Change> changes(@Nullable RevCommit before, RevCommit after, TreeBudget budget) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            if (before == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(before.getTree());
            }
            walk.addTree(after.getTree());
            walk.setFilter(TreeFilter.ANY_DIFF);
            budget.spend(
                    walk,
                    entry -> {
                        String old = file(entry, 0);
                        String now = file(entry, 1);
                        if (old != null || now != null) {
                            changes.add(new Change(entry.getPathString(), old, now));
                        }
                    },
                    folder -> changes.add(new Change(folder.getPathString(), null, null)));
        }
        return changes;
    }

    private static @Nullable String file(TreeWalk walk, int side) {
        return CommitTree.isFile(walk.getFileMode(side))
                ? walk.getObjectId(side).name()
                : null;
    }
}
