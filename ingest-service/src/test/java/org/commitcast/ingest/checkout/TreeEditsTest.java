package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeEditsTest {
    private static final CommitWriting WRITING =
            new CommitWriting("Pat", "pat@show.example", "x", Instant.parse("2024-05-01T10:00:00Z"));

    @Test
    void changesAFileWhoseNameIsInAnotherEncoding(@TempDir Path folder) throws Exception {
        try (Git git = Git.init().setBare(true).setDirectory(folder.toFile()).call()) {
            Repository repository = git.getRepository();
            String first = commit(repository, "caf\u00e9.md".getBytes(StandardCharsets.ISO_8859_1));

            String changed = new NewCommit(
                            first,
                            Map.of("caf\u00e9.md", "new".getBytes(StandardCharsets.UTF_8)),
                            WRITING.name(),
                            WRITING.email(),
                            WRITING.message(),
                            WRITING.at())
                    .write(repository);

            assertThat(files(repository, changed)).containsExactly("caf\u00e9.md 7 new");
            String removed = new BranchCommit(
                            changed,
                            Map.of(),
                            List.of("caf\u00e9.md"),
                            WRITING.name(),
                            WRITING.email(),
                            WRITING.message(),
                            WRITING.at())
                    .write(repository);
            assertThat(files(repository, removed)).isEmpty();
        }
    }

    private static String commit(Repository repository, byte[] name) throws Exception {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "old".getBytes(StandardCharsets.UTF_8));
            TreeFormatter tree = new TreeFormatter();
            tree.append(name, 0, name.length, FileMode.REGULAR_FILE, blob);
            return WRITING.write((ObjectId) null, inserter.insert(tree), inserter);
        }
    }

    /** Each file's name, how many bytes that has in the tree, and the content. */
    private static List<String> files(Repository repository, String commit) throws Exception {
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(ObjectId.fromString(commit)).getTree());
            List<String> files = new ArrayList<>();
            while (walk.next()) {
                byte[] content = repository.open(walk.getObjectId(0)).getCachedBytes();
                files.add(walk.getPathString() + " " + walk.getRawPath().length + " "
                        + new String(content, StandardCharsets.UTF_8));
            }
            return files;
        }
    }
}
