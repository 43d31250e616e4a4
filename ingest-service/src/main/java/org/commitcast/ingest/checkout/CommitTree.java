package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commitcast.contentreading.RepositoryFiles;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The files of one commit: ordinary ones only. Links and submodules lead elsewhere and are not followed. */
public final class CommitTree implements RepositoryFiles {
    private static final int MAX_DEPTH = 40;

    private final Repository repository;
    private final long maxBytes;
    private final Map<String, ObjectId> files;

    private CommitTree(Repository repository, long maxBytes, Map<String, ObjectId> files) {
        this.repository = repository;
        this.maxBytes = maxBytes;
        this.files = files;
    }

    static CommitTree of(Repository repository, ObjectId commit, long maxBytes) {
        Map<String, ObjectId> files = new TreeMap<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(commit).getTree());
            while (walk.next()) {
                if (walk.isSubtree() && walk.getDepth() < MAX_DEPTH) {
                    walk.enterSubtree();
                } else if (isFile(walk.getFileMode(0))) {
                    files.put(walk.getPathString(), walk.getObjectId(0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("commit " + commit.name() + " is not readable", e);
        }
        return new CommitTree(repository, maxBytes, files);
    }

    static boolean isFile(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    @Override
    public Stream<String> paths() {
        return files.keySet().stream();
    }

    /** The object id of a file; null where there is none at the path. */
    public @Nullable String blob(String path) {
        ObjectId id = files.get(path);
        return id == null ? null : id.name();
    }

    /** Whether a file is larger than what is read. */
    public boolean isTooLarge(String path) {
        ObjectId id = files.get(path);
        return id != null && open(path, id).getSize() > maxBytes;
    }

    /** The bytes of a file; empty if there is none at the path, or it is too large. */
    @Override
    public Optional<byte[]> read(String path) {
        ObjectId id = files.get(path);
        if (id == null) {
            return Optional.empty();
        }
        ObjectLoader loader = open(path, id);
        return loader.getSize() > maxBytes ? Optional.empty() : Optional.of(loader.getCachedBytes());
    }

    private ObjectLoader open(String path, ObjectId id) {
        try {
            return repository.open(id);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + path + " is not readable", e);
        }
    }
}
