package org.commitcast.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    private final Path bin;

    ScriptTest(@TempDir Path bin) {
        this.bin = bin;
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        javaThatIs("openjdk version \"11.0.24\" 2024-07-16");

        assertThat(output())
                .isEqualTo("commitcast: Java 17 or newer is needed, and %s is 11.0.24:".formatted(bin.resolve("java"))
                        + " install a newer JDK or set JAVA_HOME.\n1");
    }

    @Test
    void understandsHowJava8CallsItself() throws Exception {
        javaThatIs("java version \"1.8.0_392\"");

        assertThat(output()).contains("is 1.8.0_392: install a newer JDK");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        assertThat(output())
                .isEqualTo("commitcast: Java 17 or newer is needed, and there is no java:"
                        + " install a JDK or set JAVA_HOME.\n1");
    }

    private void javaThatIs(String version) throws IOException {
        program("java", "echo '%s' >&2".formatted(version));
    }

    private void program(String name, String command) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the script prints, and its exit code, where the search path holds no other Java. */
    private String output() throws Exception {
        for (String tool : new String[] {"dirname", "readlink", "sed", "head"}) {
            Path found = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            program(tool, "exec %s \"$@\"".formatted(found));
        }
        Path script = Path.of("..", "commitcast").toAbsolutePath().normalize();
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), "up");
        builder.redirectErrorStream(true);
        builder.environment().put("PATH", bin.toString());
        builder.environment().remove("JAVA_HOME");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed + process.waitFor();
    }
}
