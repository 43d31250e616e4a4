package org.commitcast.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final Path log;

    SupervisedProcessTest(@TempDir Path folder) {
        this.folder = folder;
        this.log = folder.resolve("logs/child.log");
    }

    @Test
    void endsWhenItsParentIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentThatDies.class.getName(),
                        log.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String pid = parent.inputReader(StandardCharsets.UTF_8).readLine();
        ProcessHandle child = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        ProcessHandle supervisor = child.parent().orElseThrow();

        parent.destroyForcibly();

        await().atMost(SOON).until(() -> !child.isAlive() && !supervisor.isAlive());
    }

    @Test
    void givesTheProcessTimeToEndByItself() {
        SupervisedProcess process =
                start("trap 'echo drained; exit' TERM; echo up; while :; do sleep 0.1; done", Duration.ofSeconds(20));
        await().atMost(SOON).until(() -> logged().contains("up"));

        process.stop();

        assertThat(log).content().contains("drained");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void killsAProcessThatDoesNotListen() {
        SupervisedProcess process = start("trap '' TERM; echo up; while :; do sleep 0.1; done");
        await().atMost(SOON).until(() -> logged().contains("up"));

        process.stop();

        assertThat(process.handle().isAlive()).isFalse();
    }

    @Test
    void isNotReachedByCtrlCInTheTerminal() {
        SupervisedProcess process = start("echo up; while :; do sleep 0.1; done");
        await().atMost(SOON).until(() -> logged().contains("up"));
        try {
            process.signal("INT");

            assertThat(process.handle().isAlive()).isTrue();
        } finally {
            process.kill();
        }
        assertThat(process.handle().isAlive()).isFalse();
    }

    @Test
    void tellsWhenItEndsByItself() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);

        start("exit 3").whenEnded(ended::countDown);

        assertThat(ended.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void quotesTheLastComplaintOfThisRunOnly() {
        Pattern problem = Pattern.compile("error: (.*)");
        SupervisedProcess first = start("echo 'error: of the first run'");
        await().atMost(SOON).until(() -> !first.isAlive());
        SupervisedProcess second = start("echo fine");
        await().atMost(SOON).until(() -> !second.isAlive());

        assertThat(first.log().last(problem)).isEqualTo("of the first run (more in " + log + ")");
        assertThat(second.log().last(problem)).isEqualTo("it gave no reason (more in " + log + ")");
    }

    @Test
    void keepsItsEnvironmentOutOfItsDescription() {
        SupervisedProcess.Command command = new SupervisedProcess.Command(
                List.of("true"), Map.of("PASSWORD", "secret"), log, "TERM", Duration.ofSeconds(1));

        assertThat(command.toString()).doesNotContain("secret");
    }

    @Test
    void saysThatItsLogCannotBeWritten() throws IOException {
        Files.createFile(folder.resolve("logs"));

        assertThatThrownBy(() -> start("true"))
                .isInstanceOf(StartFailure.class)
                .hasMessage("sh cannot be run (a file of that name is in the way).");
    }

    private SupervisedProcess start(String script) {
        return start(script, Duration.ofSeconds(1));
    }

    private SupervisedProcess start(String script, Duration patience) {
        return SupervisedProcess.start(
                new SupervisedProcess.Command(List.of("sh", "-c", script), Map.of(), log, "TERM", patience));
    }

    private String logged() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
