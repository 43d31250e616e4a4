package org.commitcast.localstack.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.commitcast.localstack.machine.Programs;
import org.commitcast.localstack.machine.StartFailure;

/**
 * What an earlier run may have left on a data folder: a server that still ends or was never told to, or
 * only its {@code postmaster.pid}. PostgreSQL itself refuses to start when the process id written there
 * has been given to any other process of the same user.
 */
record Leftover(Path data) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The caller holds the folder: a server found on it belongs to nobody. */
    void remove() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
            ProcessHandle.of(pid).filter(this::isServerOfThisFolder).ifPresent(this::end);
            Files.deleteIfExists(pidFile);
        } catch (NoSuchFileException nothingLeft) {
            // The usual case.
        } catch (IOException | NumberFormatException e) {
            throw new StartFailure(
                    "The file %s of an earlier run cannot be read: make sure that no postgres runs on that folder, then remove it."
                            .formatted(pidFile),
                    e);
        }
    }

    private boolean isServerOfThisFolder(ProcessHandle process) {
        Path folderOfProcess = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            if (Files.exists(folderOfProcess)) {
                return Files.isSameFile(folderOfProcess, data);
            }
        } catch (IOException e) {
            // Not ours to look at: then it is not a server that we started.
            return false;
        }
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private void end(ProcessHandle server) {
        Programs.succeeds(List.of("kill", "-s", "INT", Long.toString(server.pid())));
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Programs.succeeds(List.of("kill", "-s", "QUIT", Long.toString(server.pid())));
            server.onExit().join();
        }
    }
}
