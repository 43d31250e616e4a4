package org.commitcast.commandline.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.commitcast.localstack.StackSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** All on one data folder: to make one takes seconds, and a user's is seldom new either. */
@TestInstance(Lifecycle.PER_CLASS)
class UpTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final int base;

    UpTest(@TempDir Path folder) {
        this.folder = folder;
        this.base = StackSettings.of(folder, folder).onFreePorts().portBase();
    }

    @Test
    void goesOnAfterARestartWithTheSameTokenAndPorts() throws Exception {
        String first;
        try (RunningCommand command = up("kafka,database")) {
            first = command.readyLine();
            List<ProcessHandle> children = command.descendants();

            command.terminate();

            assertThat(command.exitCode()).isEqualTo(143);
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
        try (RunningCommand command = up("kafka,database")) {
            assertThat(command.readyLine()).isEqualTo(first);
        }
        assertThat(first)
                .matches("READY kafka=127\\.0\\.0\\.1:%d database=127\\.0\\.0\\.1:%d token=[\\w-]{43}"
                        .formatted(base + 12, base + 13));
    }

    @Test
    void leavesNothingBehindWhenItIsKilled() throws Exception {
        try (RunningCommand command = up("kafka,database")) {
            command.readyLine();
            List<ProcessHandle> children = command.descendants();

            command.kill();

            assertThat(children).isNotEmpty();
            await().atMost(SOON).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
        try (RunningCommand command = up("kafka,database")) {
            assertThat(command.readyLine()).startsWith("READY ");
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class WhileItRuns {
        private final Path settings = folder.resolve("data/environment/feed.env");
        private RunningCommand running;

        @BeforeAll
        void start() throws IOException {
            Files.deleteIfExists(settings);
            running = up("kafka,database");
            running.readyLine();
        }

        @AfterAll
        void close() {
            running.close();
        }

        @Test
        void handsTheSettingsOverToAServiceThatIsRunByHand() throws Exception {
            await().atMost(SOON).until(() -> Files.exists(settings) && Files.size(settings) > 0);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
                    .isEqualTo("rw-------");
            assertThat(settings)
                    .content()
                    .contains("COMMITCAST_KAFKA='127.0.0.1:%d'\n".formatted(base + 12))
                    .contains("COMMITCAST_DATABASE_URL='jdbc:postgresql://127.0.0.1:%d/feed'\n".formatted(base + 13))
                    .contains("COMMITCAST_HTTP_PORT='%d'\n".formatted(base + 2));
        }

        @Test
        void refusesAFolderThatAnotherOneUses() throws Exception {
            try (RunningCommand second = up("kafka,database")) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.errors())
                        .isEqualTo("commitcast up: The data folder %s is in use by another commitcast:"
                                        .formatted(folder.resolve("data"))
                                + " stop that one, or give another folder with --data.\n");
            }
        }
    }

    @Test
    void saysWhichPortOfWhichPartIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(base + 12, 1, InetAddress.getLoopbackAddress());
                RunningCommand command = up("kafka,database")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.errors())
                    .isEqualTo("commitcast up: Kafka cannot listen on 127.0.0.1:%d (another process uses that port):"
                                    .formatted(taken.getLocalPort())
                            + " stop that process, or choose other ports with --port-base.\n");
        }
    }

    @Test
    void saysThatTheDataFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        try (RunningCommand command = up("kafka,database", file)) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.errors())
                    .isEqualTo("commitcast up: The data folder %s cannot be written to".formatted(file)
                            + " (a file of that name is in the way): give another one with --data.\n");
        }
    }

    @Test
    void showsTheUsageAfterAnUnknownOption() throws Exception {
        try (RunningCommand command = RunningCommand.start(folder, "up", "--help-me")) {
            assertThat(command.exitCode()).isEqualTo(2);
            assertThat(command.errors())
                    .startsWith("commitcast up: There is no option --help-me: known are --data,")
                    .contains("\nUsage: commitcast up ");
        }
    }

    private RunningCommand up(String parts) throws IOException {
        return up(parts, folder.resolve("data"));
    }

    private RunningCommand up(String parts, Path data) throws IOException {
        return RunningCommand.start(
                folder, "up", "--data", data.toString(), "--port-base", Integer.toString(base), "--only", parts);
    }
}
