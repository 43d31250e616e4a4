package org.commitcast.ingest.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;

/** A content repository as a person has it: a bare one that is shared, and a clone to work in. */
public final class TestRepository implements AutoCloseable {
    private static final PersonIdent PERSON =
            new PersonIdent("Pat", "pat@show.example", Instant.parse("2024-05-01T10:00:00Z"), ZoneOffset.UTC);

    private final Path shared;
    private final Path folder;
    private final Git git;

    private TestRepository(Path shared, Path folder, Git git) {
        this.shared = shared;
        this.folder = folder;
        this.git = git;
    }

    public static TestRepository fresh() throws Exception {
        Path folder = Files.createTempDirectory("commitcast-repository");
        Path shared = folder.resolve("shared.git");
        Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(shared.toFile())
                .call()
                .close();
        Path work = folder.resolve("work");
        Git git =
                Git.init().setInitialBranch("main").setDirectory(work.toFile()).call();
        git.remoteAdd()
                .setName("origin")
                .setUri(new URIish(shared.toUri().toString()))
                .call();
        return new TestRepository(shared, work, git);
    }

    public String url() {
        return shared.toUri().toString();
    }

    public Path sharedFolder() {
        return shared;
    }

    public TestRepository write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
        return this;
    }

    public TestRepository delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    public TestRepository move(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(from), folder.resolve(to));
        return this;
    }

    public String read(String path) throws IOException {
        return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
    }

    public String commit(String message) throws Exception {
        return commit(PERSON, message);
    }

    /** As if somebody else had done it. */
    public String commitAs(String name, String email, String message) throws Exception {
        return commit(new PersonIdent(name, email, PERSON.getWhenAsInstant(), PERSON.getZoneId()), message);
    }

    private String commit(PersonIdent who, String message) throws Exception {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setMessage(message)
                .setAuthor(who)
                .setCommitter(who)
                .call()
                .name();
    }

    public String push() throws Exception {
        return push(false);
    }

    public String push(boolean force) throws Exception {
        git.push()
                .setRemote("origin")
                .setForce(force)
                .setRefSpecs(new RefSpec("HEAD:refs/heads/main"))
                .call();
        return git.getRepository().resolve("HEAD").name();
    }

    public String commitAndPush(String message) throws Exception {
        commit(message);
        return push();
    }

    /** Takes in what others have pushed. */
    public TestRepository pull() throws Exception {
        git.fetch()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("+refs/heads/*:refs/remotes/origin/*"))
                .call();
        git.reset()
                .setMode(org.eclipse.jgit.api.ResetCommand.ResetType.HARD)
                .setRef("refs/remotes/origin/main")
                .call();
        return this;
    }

    public void resetTo(String commit) throws Exception {
        git.reset()
                .setMode(org.eclipse.jgit.api.ResetCommand.ResetType.HARD)
                .setRef(commit)
                .call();
    }

    /** The shared branch's newest commit. */
    public String sharedHead() throws Exception {
        try (Git bare = Git.open(shared.toFile())) {
            ObjectId head = bare.getRepository().resolve("refs/heads/main");
            return head.name();
        }
    }

    /** The newest commit of one of the shared branches; empty where there is none of this name. */
    public String sharedHead(String branch) throws Exception {
        try (Git bare = Git.open(shared.toFile())) {
            ObjectId head = bare.getRepository().resolve("refs/heads/" + branch);
            return head == null ? "" : head.name();
        }
    }

    /** What Git itself says of the shared repository, line by line. */
    public List<String> ask(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("git", "-C", shared.toString()));
        all.addAll(List.of(command));
        Process git = new ProcessBuilder(all).redirectErrorStream(true).start();
        try (var out = git.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        }
    }

    /** Goes on with one of the shared branches. */
    public TestRepository checkOut(String branch) throws Exception {
        pull();
        resetTo("refs/remotes/origin/" + branch);
        return this;
    }

    /** Pushes what is there to one of the shared branches. */
    public String pushTo(String branch) throws Exception {
        git.push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("HEAD:refs/heads/" + branch))
                .call();
        return git.getRepository().resolve("HEAD").name();
    }

    /** As the forge does it when people merge a proposal. */
    public String merge(String branch, boolean squash) throws Exception {
        pull();
        var merge = git.merge().include(git.getRepository().resolve("refs/remotes/origin/" + branch));
        if (squash) {
            merge.setSquash(true).call();
        } else {
            merge.setFastForward(org.eclipse.jgit.api.MergeCommand.FastForwardMode.NO_FF)
                    .setMessage("Merge " + branch)
                    .call();
        }
        return squash ? commitAndPush("Squashed (#1)") : push();
    }

    public void deleteShared(String branch) throws Exception {
        ask("update-ref", "-d", "refs/heads/" + branch);
    }

    /** A hook of the shared repository: a shell script. Git's own server runs it, not a push into the folder. */
    public TestRepository hook(String name, String script) throws IOException {
        Path hook = shared.resolve("hooks").resolve(name);
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\n" + script, StandardCharsets.UTF_8);
        if (!hook.toFile().setExecutable(true)) {
            throw new IOException(hook + " cannot be made executable");
        }
        return this;
    }

    /** The shared branch has another name from now on. */
    public void renameSharedBranch(String name) throws Exception {
        try (Git bare = Git.open(shared.toFile())) {
            bare.branchRename().setOldName("main").setNewName(name).call();
            bare.getRepository().updateRef("HEAD", true).link("refs/heads/gone");
        }
    }

    /** Takes such a renaming back. */
    public void restoreSharedBranch(String name) throws Exception {
        try (Git bare = Git.open(shared.toFile())) {
            bare.branchRename().setOldName(name).setNewName("main").call();
            bare.getRepository().updateRef("HEAD", true).link("refs/heads/main");
        }
    }

    public Git git() {
        return git;
    }

    @Override
    public void close() {
        git.close();
    }
}
