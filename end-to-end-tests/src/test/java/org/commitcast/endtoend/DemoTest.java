package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code commitcast demo} as a process of its own: it has its own assembly of the stack, and verifies each step itself. */
@Tag("proof")
class DemoTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void tellsTheWholeStoryAndLeavesNothingBehind(@TempDir Path folder) throws IOException, InterruptedException {
        Path told = folder.resolve("told.txt");
        Path temporary = folder.resolve("tmp");
        assertThat(temporary.toFile().mkdir()).isTrue();
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcommitcast.home=" + HOME,
                        "-Djava.io.tmpdir=" + temporary,
                        "-jar",
                        HOME.resolve("command-line/target/commitcast.jar").toString(),
                        "demo")
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();

        assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(told).content().contains("Every step was verified.");
        assertThat(demo.exitValue()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }
}
