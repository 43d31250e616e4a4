package org.commitcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A branch from which a static host serves files. */
final class HostedBranch implements AutoCloseable {
    private final Git git;
    private final String name;

    private HostedBranch(Git git, String name) {
        this.git = git;
        this.name = name;
    }

    /** A branch of a repository, which may not be there yet. */
    static HostedBranch of(Path repository, String name) {
        try {
            return new HostedBranch(Git.open(repository.toFile()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the branch with a file that somebody else has put there. */
    String begin(String path, String text) {
        Repository repository = git.getRepository();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
            DirCache index = DirCache.newInCore();
            DirCacheEditor editor = index.editor();
            editor.add(new DirCacheEditor.PathEdit(path) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                    entry.setObjectId(blob);
                }
            });
            editor.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setAuthor(new PersonIdent("Site builder", "builder@harbour.example"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("Build the site");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef(Constants.R_HEADS + name);
            update.setNewObjectId(id);
            update.update();
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> head() {
        try {
            return Optional.ofNullable(git.getRepository().resolve(Constants.R_HEADS + name))
                    .map(ObjectId::name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int commits() {
        try {
            int count = 0;
            for (RevCommit ignored :
                    git.log().add(ObjectId.fromString(head().orElseThrow())).call()) {
                count++;
            }
            return count;
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file at the branch's newest commit. */
    Optional<String> read(String path) {
        Optional<String> head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Repository repository = git.getRepository();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = TreeWalk.forPath(
                        repository,
                        path,
                        commits.parseCommit(ObjectId.fromString(head.get())).getTree())) {
            return walk == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
