package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of a few objects that name more paths than any machine can hold, or paths that never end. */
class TreeLimitsTest {
    private CheckoutConfig limits;
    private Repository repository;
    private ObjectId file;

    @BeforeEach
    void aRepository(@TempDir Path folder) throws IOException {
        limits = new TestLimits(folder, false, Optional.empty(), Duration.ofSeconds(1));
        repository = new FileRepository(folder.resolve("bomb.git").toFile());
        repository.create(true);
        file = insert(Constants.OBJ_BLOB, "A word.".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private ObjectId insert(int type, byte[] bytes) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, bytes);
            inserter.flush();
            return id;
        }
    }

    /** A tree that names another one so many times. */
    private ObjectId tree(int width, FileMode mode, ObjectId below) throws IOException {
        var tree = new TreeFormatter();
        for (int i = 0; i < width; i++) {
            tree.append("n" + i, mode, below);
        }
        return insert(Constants.OBJ_TREE, tree.toByteArray());
    }

    private ObjectId nested(int depth, int width, ObjectId lowest) throws IOException {
        ObjectId tree = lowest;
        for (int i = 0; i < depth; i++) {
            tree = tree(width, FileMode.TREE, tree);
        }
        return tree;
    }

    private String commit(ObjectId tree, ObjectId... parents) throws IOException {
        var commit = new CommitBuilder();
        var person = new PersonIdent("Pat", "pat@show.example");
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage("Bomb");
        return insert(Constants.OBJ_COMMIT, commit.build()).name();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesThroughNoTreeThatNamesMorePathsThanAreAllowed(boolean withFiles) throws IOException {
        ObjectId lowest = withFiles ? tree(10, FileMode.REGULAR_FILE, file) : tree(0, FileMode.TREE, file);
        String head = commit(nested(10, 10, lowest));
        var history = new History(repository, limits);

        assertThatThrownBy(() -> new CommitTree(repository, ObjectId.fromString(head), limits).paths())
                .isInstanceOf(TooManyFilesException.class)
                .hasMessage("The repository has more than 10000 files and folders (commitcast.checkout.max-files).");
        assertThatThrownBy(() -> history.steps(null, head)).isInstanceOf(TooManyFilesException.class);
        assertThat(history.lastChanges(head, List.of("n0"))).containsEntry("n0", head);
    }

    @Test
    void leavesOutWhatLiesTooDeepAndSaysWhere() throws IOException {
        String empty = commit(tree(0, FileMode.TREE, file));
        String head = commit(nested(60, 1, tree(1, FileMode.REGULAR_FILE, file)), ObjectId.fromString(empty));

        var tree = new CommitTree(repository, ObjectId.fromString(head), limits);
        var changes = new History(repository, limits).steps(empty, head).get(0).changes();

        assertThat(tree.paths()).isEmpty();
        String folder = tree.tooDeep().first();
        assertThat(tree.tooDeep()).hasSize(1);
        assertThat(folder.chars().filter(c -> c == '/')).hasSize(40);
        assertThat(tree.isTooDeep(folder)).isTrue();
        assertThat(changes).extracting(Change::path, Change::after).containsExactly(tuple(folder, null));
    }

    @Test
    void keepsAFileAtTheLowestLevel() throws IOException {
        String head = commit(nested(40, 1, tree(1, FileMode.REGULAR_FILE, file)));

        var tree = new CommitTree(repository, ObjectId.fromString(head), limits);

        String path = tree.paths().findFirst().orElseThrow();
        assertThat(new CommitTree(repository, ObjectId.fromString(head), limits).blob(path))
                .isEqualTo(file.name());
        assertThat(new History(repository, limits).steps(null, head).get(0).changes())
                .extracting(Change::path)
                .containsExactly(path);
    }
}
