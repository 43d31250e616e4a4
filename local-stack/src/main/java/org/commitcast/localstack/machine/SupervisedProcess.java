package org.commitcast.localstack.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends with this one, however this one ends: a small shell beside it notices when
 * its pipe to us breaks. It is out of reach of the terminal's Ctrl-C, so that the stack is taken down in order.
 */
public final class SupervisedProcess {

    private final Process supervisor;
    private final ProcessHandle child;
    private final Command command;
    private final LogFile log;

    private SupervisedProcess(Process supervisor, ProcessHandle child, Command command, LogFile log) {
        this.supervisor = supervisor;
        this.child = child;
        this.command = command;
        this.log = log;
    }

    /**
     * What to run.
     *
     * @param words program and arguments
     * @param environment variables to add to ours
     * @param log file that its output is appended to
     * @param stopSignal the signal that asks it to end, such as {@code TERM}
     * @param patience how long it may take to end before it is killed
     */
    public record Command(
            List<String> words, Map<String, String> environment, Path log, String stopSignal, Duration patience) {

        /** Variables may hold passwords: they stay out of messages. */
        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    public static SupervisedProcess start(Command command) {
        List<String> words = new ArrayList<>();
        if (Programs.exists("setsid")) {
            // A session of its own: signals for our process group do not reach it.
            words.add("setsid");
        }
        words.addAll(List.of("sh", "-c", script(), "sh"));
        words.addAll(List.of(command.log().toString(), command.stopSignal()));
        words.add(Long.toString(command.patience().toSeconds()));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(command.environment());
        try {
            LogFile log = LogFile.open(command.log());
            Process supervisor = builder.start();
            return new SupervisedProcess(supervisor, child(supervisor, command), command, log);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s cannot be run (%s).".formatted(command.words().get(0), Reasons.of(e)), e);
        }
    }

    private static ProcessHandle child(Process supervisor, Command command) throws IOException {
        BufferedReader output = supervisor.inputReader(StandardCharsets.UTF_8);
        String pid = output.readLine();
        if (pid == null) {
            throw new StartFailure(
                    "%s did not start: see %s.".formatted(command.words().get(0), command.log()));
        }
        // Gone again already: the supervisor stands for it, and ends too.
        return ProcessHandle.of(Long.parseLong(pid)).orElse(supervisor.toHandle());
    }

    private static String script() {
        try (InputStream in = SupervisedProcess.class.getResourceAsStream("supervise.sh")) {
            if (in == null) {
                throw new IllegalStateException("supervise.sh is not beside " + SupervisedProcess.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("supervise.sh cannot be read", e);
        }
    }

    /** The process itself, not its supervisor: for tests that freeze or kill it. */
    public ProcessHandle handle() {
        return child;
    }

    public boolean isAlive() {
        return supervisor.isAlive();
    }

    /** How it ended, as a shell says it: 128 and the signal's number if that ended it. */
    public int exitValue() {
        return supervisor.exitValue();
    }

    /** What it writes. */
    public LogFile log() {
        return log;
    }

    /** Calls back, once, when it has ended for whatever reason. */
    public void whenEnded(Runnable action) {
        CompletableFuture<Void> reported = supervisor.onExit().thenRun(action);
        reported.exceptionally(failure -> null);
    }

    /** Sends a signal, such as {@code STOP}, {@code CONT} or {@code KILL}, to the process alone. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(child.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("kill cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, kills it when its patience is over, returns when it is gone. */
    public void stop() {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException ignored) {
            // The supervisor is gone, and the process with it.
        }
        awaitEnd();
    }

    /** Ends it as a crash does. */
    public void kill() {
        signal("KILL");
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            Duration limit = command.patience().plusSeconds(5);
            if (!supervisor.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly();
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            child.destroyForcibly();
        }
    }
}
