package org.commitcast.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/** An existing repository whose first-parent commits are pushed one after another to a new one. */
final class History implements AutoCloseable {
    private final Git source;
    private final List<String> commits;

    private History(Git source, List<String> commits) {
        this.source = source;
        this.commits = commits;
    }

    static History of(Path repository, String branch) {
        try {
            Repository opened =
                    new FileRepositoryBuilder().findGitDir(repository.toFile()).build();
            return new History(new Git(opened), firstParents(opened, branch));
        } catch (IOException e) {
            throw new IllegalStateException("no repository at " + repository, e);
        }
    }

    private static List<String> firstParents(Repository repository, String branch) throws IOException {
        List<String> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(repository.resolve(branch));
            while (true) {
                commits.add(commit.name());
                if (commit.getParentCount() == 0) {
                    break;
                }
                commit = walk.parseCommit(commit.getParent(0));
            }
        }
        Collections.reverse(commits);
        return commits;
    }

    /** Oldest first. */
    List<String> commits() {
        return commits;
    }

    /** How many files that commit takes away which it has nowhere else, as Git tells renames. */
    int deletedBy(String commit) {
        try (RevWalk walk = new RevWalk(source.getRepository());
                DiffFormatter diff = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
            RevCommit now = walk.parseCommit(source.getRepository().resolve(commit));
            diff.setRepository(source.getRepository());
            diff.setDetectRenames(true);
            List<DiffEntry> changes =
                    diff.scan(walk.parseCommit(now.getParent(0)).getTree(), now.getTree());
            return (int) changes.stream()
                    .filter(change -> change.getChangeType() == DiffEntry.ChangeType.DELETE)
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bare repository whose branch {@code main} stands at that commit; called again, it is moved there. */
    String pushTo(Path bare, String commit) {
        try {
            if (!bare.toFile().exists()) {
                Git.init()
                        .setBare(true)
                        .setInitialBranch("main")
                        .setDirectory(bare.toFile())
                        .call()
                        .close();
            }
            source.push()
                    .setRemote(new URIish(bare.toUri().toString()).toString())
                    .setRefSpecs(new RefSpec(commit + ":refs/heads/main"))
                    .call();
            return bare.toUri().toString();
        } catch (GitAPIException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        source.close();
        source.getRepository().close();
    }
}
