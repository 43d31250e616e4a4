package org.commitcast.localstack.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.machine.SupervisedProcess;

/** A service as a child process, which ends with this process. */
public final class ServiceProcess implements AutoCloseable {

    /** Small, because five processes share a laptop; the compiler that costs memory is left out. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx160m",
            // As much as a start needs without collecting everything; it is given back when it is not used.
            "-Xms80m",
            "-Xmn32m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-Xss512k",
            "-XX:+UseSerialGC",
            // As in the images: what goes on after it could put a good record aside as one that cannot be handled.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=48m",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /** Longer than a service takes to end its requests and then its relay, ten seconds each at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The root of a stack trace says more than the line that announces it. */
    private static final Pattern PROBLEM =
            Pattern.compile("^(?:Caused by: |Exception in thread \"[^\"]*\" |Error: |.* ERROR )\\s*(.+?)\\.?$");

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final ServiceSettings settings;
    private SupervisedProcess process;

    private ServiceProcess(ServiceSettings settings) {
        this.settings = settings;
        this.process = launch(settings);
    }

    /** Where an archive for class data sharing is looked for, which makes the application start faster. */
    public static Path archive(Path application) {
        return application.resolveSibling("start.jsa");
    }

    /** The jar that a build of the project in {@code home} makes for the service. */
    public static Path packaged(Path home, Service service) {
        return home.resolve(service.module()).resolve("target/application/service.jar");
    }

    /** Starts it and returns at once; {@link #awaitReady} tells when it takes requests. */
    public static ServiceProcess start(ServiceSettings settings) {
        return new ServiceProcess(settings);
    }

    private static SupervisedProcess launch(ServiceSettings settings) {
        Path jar = settings.application();
        if (!Files.isRegularFile(jar)) {
            throw new StartFailure("%s is not built (there is no %s): run mvn -DskipTests package."
                    .formatted(settings.service().module(), jar));
        }
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(JVM_OPTIONS);
        if (Files.isReadable(archive(settings.application()))) {
            // Java itself passes over an archive of another build or another Java; then it need not say so.
            words.addAll(List.of("-XX:SharedArchiveFile=" + archive(settings.application()), "-Xlog:cds=off"));
            words.add("-Xlog:cds+dynamic=off");
        }
        words.addAll(List.of("-jar", jar.toString()));
        return SupervisedProcess.start(
                new SupervisedProcess.Command(words, settings.environment(), settings.log(), "TERM", PATIENCE));
    }

    /**
     * Waits until it reports ready.
     *
     * @throws StartFailure if it ends before, or is not ready within the limit
     */
    public void awaitReady(Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        Readiness readiness = new Readiness(settings.managementPort());
        while (!readiness.reached()) {
            if (!process.isAlive()) {
                throw new StartFailure("%s ended while it started: %s."
                        .formatted(settings.service().module(), process.log().last(PROBLEM)));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartFailure("%s is not ready after %d s: %s (more in %s)."
                        .formatted(settings.service().module(), limit.toSeconds(), readiness.reason(), settings.log()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    /** The jar that runs it. */
    public Path application() {
        return settings.application();
    }

    public Service service() {
        return settings.service();
    }

    /** The process, to be frozen ({@code STOP}, {@code CONT}), killed or watched. */
    public SupervisedProcess process() {
        return process;
    }

    /** Starts it again after it was killed or closed. */
    public void restart() {
        process.stop();
        process = launch(settings);
    }

    /** Asks it to stop, kills it when it takes too long. */
    @Override
    public void close() {
        process.stop();
    }
}
