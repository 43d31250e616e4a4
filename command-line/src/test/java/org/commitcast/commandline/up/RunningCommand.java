package org.commitcast.commandline.up;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, as a user starts it. */
final class RunningCommand implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private RunningCommand(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static RunningCommand start(Path folder, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcommitcast.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.commitcast.commandline.Commitcast"));
        words.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("INVOCATION_ID");
        return new RunningCommand(builder.start(), out, err);
    }

    /** The line that tells that it is up. */
    String readyLine() {
        await().atMost(START).until(() -> ready().isPresent() || !process.isAlive());
        return ready().orElseThrow(() -> new AssertionError("ended instead: " + errors()));
    }

    private Optional<String> ready() {
        return read(out).lines().filter(line -> line.startsWith("READY ")).findFirst();
    }

    String errors() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + errors());
        }
        return process.exitValue();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
    }
}
