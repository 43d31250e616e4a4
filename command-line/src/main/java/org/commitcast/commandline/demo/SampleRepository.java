package org.commitcast.commandline.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The show's repository: a bare one, where a forge would be, and the maintainer's clone of it. */
final class SampleRepository implements AutoCloseable {

    private static final String BRANCH = "main";
    private static final String REMOTE_HEAD = Constants.R_HEADS + BRANCH;
    private static final PersonIdent MAINTAINER = new PersonIdent("Noor Example", "noor@mended.example");

    private final Git bare;
    private final Git clone;

    private SampleRepository(Git bare, Git clone) {
        this.bare = bare;
        this.clone = clone;
    }

    static SampleRepository in(Path folder) {
        try {
            Git bare = Git.init()
                    .setBare(true)
                    .setInitialBranch(BRANCH)
                    .setDirectory(folder.resolve("mended.git").toFile())
                    .call();
            Git clone = Git.init()
                    .setInitialBranch(BRANCH)
                    .setDirectory(folder.resolve("clone").toFile())
                    .call();
            clone.remoteAdd()
                    .setName("origin")
                    .setUri(new URIish(address(bare)))
                    .call();
            return new SampleRepository(bare, clone);
        } catch (GitAPIException | URISyntaxException e) {
            throw new DemoFailure("the sample repository cannot be made (%s)".formatted(e.getMessage()), e);
        }
    }

    private static String address(Git git) {
        return git.getRepository().getDirectory().toPath().toUri().toString();
    }

    String address() {
        return address(bare);
    }

    /** The maintainer's clone. */
    Path folder() {
        return clone.getRepository().getWorkTree().toPath();
    }

    /** Copies a folder's files into the clone. */
    void copy(Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder().resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new DemoFailure("%s cannot be copied (%s)".formatted(source, e), e);
        }
    }

    /** Commits whatever is new and pushes it; the commit's id. */
    String push(String message) {
        try {
            clone.add().addFilepattern(".").call();
            RevCommit commit = clone.commit()
                    .setMessage(message)
                    .setAuthor(MAINTAINER)
                    .setCommitter(MAINTAINER)
                    .setSign(false)
                    .call();
            clone.push()
                    .setRemote("origin")
                    .setRefSpecs(new RefSpec(REMOTE_HEAD))
                    .call();
            Expect.equal(head(), commit.name(), "the pushed commit");
            return commit.name();
        } catch (GitAPIException e) {
            throw new DemoFailure("the push failed (%s)".formatted(e.getMessage()), e);
        }
    }

    /** The commit that the branch is at, where the forge would be. */
    String head() {
        try {
            ObjectId head = bare.getRepository().resolve(REMOTE_HEAD);
            return head == null ? "" : head.name();
        } catch (IOException e) {
            throw new DemoFailure("the sample repository cannot be read (%s)".formatted(e), e);
        }
    }

    /** A commit as {@code git show} prints it: author, message, changed lines. */
    Shown show(String commit) {
        Repository repository = bare.getRepository();
        ByteArrayOutputStream diff = new ByteArrayOutputStream();
        try (RevWalk walk = new RevWalk(repository);
                DiffFormatter formatter = new DiffFormatter(diff)) {
            RevCommit shown = walk.parseCommit(ObjectId.fromString(commit));
            RevCommit parent = walk.parseCommit(shown.getParent(0));
            formatter.setRepository(repository);
            formatter.setContext(0);
            formatter.format(parent, shown);
            formatter.flush();
            return new Shown(
                    shown.getAuthorIdent().getName(),
                    shown.getFullMessage().strip(),
                    diff.toString(StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new DemoFailure("commit %s cannot be read (%s)".formatted(commit, e), e);
        }
    }

    /**
     * What a commit says.
     *
     * @param diff unified, without context
     */
    record Shown(String author, String message, List<String> diff) {

        /** The lines that were taken away or added, with their sign. */
        List<String> changes() {
            return diff.stream()
                    .filter(line -> line.startsWith("-") || line.startsWith("+"))
                    .filter(line -> !line.startsWith("---") && !line.startsWith("+++"))
                    .toList();
        }
    }

    /** A file as it is in a commit. */
    String file(String commit, String path) {
        Repository repository = bare.getRepository();
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = TreeWalk.forPath(
                        repository,
                        path,
                        walk.parseCommit(ObjectId.fromString(commit)).getTree())) {
            byte[] bytes = repository.open(tree.getObjectId(0)).getBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DemoFailure("%s cannot be read in %s (%s)".formatted(path, commit, e), e);
        }
    }

    @Override
    public void close() {
        clone.close();
        bare.close();
    }
}
