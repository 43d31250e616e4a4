package org.commitcast.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private final Path folder;

    DataFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isHeldByOneAtATime() {
        try (DataFolder held = DataFolder.hold(folder)) {
            assertThatThrownBy(() -> DataFolder.hold(held.root()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("The data folder %s is in use by another commitcast:".formatted(folder)
                            + " stop that one, or give another folder with --data.");
        }
        try (DataFolder again = DataFolder.hold(folder)) {
            assertThat(again.folder("logs")).isDirectory();
        }
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.hold(file))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "The data folder %s cannot be written to (a file of that name is in the way):".formatted(file)
                                + " give another one with --data.");
    }
}
