package org.commitcast.commandline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRepositoryTest {
    static {
        // Git measures the clock of each disk once, by files that it makes where the first repository lies: done before
        // there is one, they are not in the way of who deletes a folder.
        FS.FileStoreAttributes.setBackground(false);
        FS.FileStoreAttributes.get(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private final Path folder;

    SampleRepositoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void showsTheOneLineThatACommitChanged() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source/_episodes"));
        Files.writeString(source.resolve("one.md"), "first\n#reddit: (later)\nlast\n");
        try (SampleRepository repository = SampleRepository.in(folder.resolve("repository"))) {
            repository.copy(folder.resolve("source"));
            String before = repository.push("Begin");
            Files.writeString(repository.folder().resolve("_episodes/one.md"), "first\nreddit: link\nlast\n");
            String after = repository.push("Link");

            SampleRepository.Shown shown = repository.show(after);

            assertThat(repository.head()).isEqualTo(after);
            assertThat(shown.message()).isEqualTo("Link");
            assertThat(shown.author()).isEqualTo("Noor Example");
            assertThat(shown.changes()).containsExactly("-#reddit: (later)", "+reddit: link");
            assertThat(repository.file(before, "_episodes/one.md")).isEqualTo("first\n#reddit: (later)\nlast\n");
        }
    }
}
