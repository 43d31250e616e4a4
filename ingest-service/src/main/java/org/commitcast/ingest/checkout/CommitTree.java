package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    /** Of folders; what lies deeper is left out. */
    public static final int MAX_DEPTH = TreeBudget.MAX_DEPTH;

    private final Repository repository;
    private final ObjectId commit;
    private final CheckoutConfig limits;
    private final SortedSet<String> tooDeep = new TreeSet<>();
    private @Nullable Map<String, ObjectId> all;

    CommitTree(Repository repository, ObjectId commit, CheckoutConfig limits) {
        this.repository = repository;
        this.commit = commit;
        this.limits = limits;
    }

    String commit() {
        return commit.name();
    }

    /** Only who asks for all of them has to wait for all of them. */
    private Map<String, ObjectId> all() {
        if (all == null) {
            all = walked();
        }
        return all;
    }

    private Map<String, ObjectId> walked() {
        Map<String, ObjectId> files = new TreeMap<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(commit).getTree());
            new TreeBudget(limits.maxFiles())
                    .spend(
                            walk,
                            file -> {
                                if (isFile(file.getFileMode(0))) {
                                    files.put(file.getPathString(), file.getObjectId(0));
                                }
                            },
                            folder -> tooDeep.add(folder.getPathString()));
        } catch (IOException e) {
            throw new UncheckedIOException("commit " + commit.name() + " is not readable", e);
        }
        return files;
    }

    private @Nullable ObjectId find(String path) {
        if (all != null) {
            return all.get(path);
        }
        if (path.isEmpty() || path.chars().filter(c -> c == '/').count() > TreeBudget.MAX_DEPTH) {
            return null;
        }
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = TreeWalk.forPath(
                        repository, path, commits.parseCommit(commit).getTree())) {
            if (walk == null && !StandardCharsets.US_ASCII.newEncoder().canEncode(path)) {
                // A name in another encoding than Git's own: only who reads it can tell that it is this one.
                return all().get(path);
            }
            return walk != null && isFile(walk.getFileMode(0)) ? walk.getObjectId(0) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("commit " + commit.name() + " is not readable", e);
        }
    }

    static boolean isFile(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    @Override
    public Stream<String> paths() {
        return all().keySet().stream();
    }

    /** Whether a file can be put at a path without taking anything away: nothing is there, nor where its folders are. */
    public boolean hasRoomFor(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            FileMode folder = mode(path.substring(0, slash));
            if (folder == null) {
                return true;
            } else if (!FileMode.TREE.equals(folder)) {
                return false;
            }
        }
        return mode(path) == null;
    }

    private @Nullable FileMode mode(String path) {
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = TreeWalk.forPath(
                        repository, path, commits.parseCommit(commit).getTree())) {
            return walk == null ? null : walk.getFileMode(0);
        } catch (IOException e) {
            throw new UncheckedIOException("commit " + commit.name() + " is not readable", e);
        }
    }

    /** The object id of a file; null where there is none at the path. */
    public @Nullable String blob(String path) {
        ObjectId id = find(path);
        return id == null ? null : id.name();
    }

    /** Whether a file is larger than what is read. */
    public boolean isTooLarge(String path) {
        ObjectId id = find(path);
        return id != null && open(path, id).getSize() > limits.maxFileBytes().asLongValue();
    }

    /** The bytes of a file; empty if there is none at the path, or it is too large. */
    @Override
    public Optional<byte[]> read(String path) {
        ObjectId id = find(path);
        if (id == null) {
            return Optional.empty();
        }
        return read(path, id);
    }

    @Override
    public Stream<byte[]> earlier(String path) {
        return new History(repository, limits)
                .earlier(commit.name(), path).stream().flatMap(id -> read(path, id).stream());
    }

    /** Folders that lie too deep: what is in them is left out. */
    public SortedSet<String> tooDeep() {
        all();
        return tooDeep;
    }

    /** Whether a path is one of those folders. */
    public boolean isTooDeep(String path) {
        return path.chars().filter(c -> c == '/').count() == TreeBudget.MAX_DEPTH
                && tooDeep().contains(path);
    }

    private Optional<byte[]> read(String path, ObjectId id) {
        ObjectLoader loader = open(path, id);
        boolean tooLarge = loader.getSize() > limits.maxFileBytes().asLongValue();
        return tooLarge ? Optional.empty() : Optional.of(loader.getCachedBytes());
    }

    private ObjectLoader open(String path, ObjectId id) {
        try {
            return repository.open(id);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + path + " is not readable", e);
        }
    }
}
