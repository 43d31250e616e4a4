package org.commitcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** A show's repository: a bare one that stands for the forge, and a person's clone of it. */
final class ContentRepository implements AutoCloseable {
    private static final PersonIdent PERSON = new PersonIdent("Ines Duarte", "ines@harbour.example");

    static {
        // Git measures the clock of each disk once, by files that it makes where the first repository lies: done before
        // there is one, they are not in the way of who deletes a folder.
        FS.FileStoreAttributes.setBackground(false);
        FS.FileStoreAttributes.get(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private final Path origin;
    private final Git clone;

    private ContentRepository(Path origin, Git clone) {
        this.origin = origin;
        this.clone = clone;
    }

    static ContentRepository in(Path folder) {
        try {
            Path origin = folder.resolve("origin.git");
            Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setDirectory(origin.toFile())
                    .call()
                    .close();
            Git clone = Git.init()
                    .setInitialBranch("main")
                    .setDirectory(folder.resolve("clone").toFile())
                    .call();
            clone.remoteAdd()
                    .setName("origin")
                    .setUri(new URIish(origin.toUri().toString()))
                    .call();
            return new ContentRepository(origin, clone);
        } catch (GitAPIException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a site's definition names it. */
    String url() {
        return origin.toUri().toString();
    }

    /** The bare repository that stands for the forge. */
    Path origin() {
        return origin;
    }

    ContentRepository write(String path, String text) {
        try {
            Path file = clone.getRepository().getWorkTree().toPath().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ContentRepository move(String from, String to) {
        try {
            Path tree = clone.getRepository().getWorkTree().toPath();
            Files.createDirectories(tree.resolve(to).getParent());
            Files.move(tree.resolve(from), tree.resolve(to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that was changed and pushes it; returns the commit's sha. */
    String push(String message) {
        try {
            clone.add().addFilepattern(".").call();
            clone.add().addFilepattern(".").setUpdate(true).call();
            RevCommit commit = clone.commit()
                    .setMessage(message)
                    .setAuthor(PERSON)
                    .setCommitter(PERSON)
                    .setSign(false)
                    .call();
            clone.push().add("main").call();
            return commit.name();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins with what another repository, or a bundle of one, has on a branch. */
    ContentRepository take(Path repository, String branch) {
        try {
            clone.fetch()
                    .setRemote(repository.toString())
                    .setRefSpecs(new RefSpec("refs/heads/" + branch + ":refs/heads/taken"))
                    .call();
            clone.reset().setMode(ResetType.HARD).setRef("refs/heads/taken").call();
            clone.push().setRefSpecs(new RefSpec("HEAD:refs/heads/main")).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Merges a branch of the forge's, as a person does who likes what is proposed; returns the commit's sha. */
    String merge(String branch) {
        try {
            clone.fetch().call();
            clone.merge()
                    .include(clone.getRepository().findRef("refs/remotes/origin/" + branch))
                    .setFastForward(FastForwardMode.NO_FF)
                    .setMessage("Merge " + branch)
                    .call();
            clone.push().setRefSpecs(new RefSpec("HEAD:refs/heads/main")).call();
            return clone.getRepository().resolve("HEAD").name();
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fetches what others pushed and goes on from there. */
    void pull() {
        try {
            clone.pull().setRebase(true).call();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(clone.getRepository().getWorkTree().toPath().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many commits the forge has. */
    int commits() {
        try {
            int count = 0;
            clone.fetch().call();
            for (RevCommit ignored : clone.log()
                    .add(clone.getRepository().resolve("refs/remotes/origin/main"))
                    .call()) {
                count++;
            }
            return count;
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        clone.close();
    }
}
