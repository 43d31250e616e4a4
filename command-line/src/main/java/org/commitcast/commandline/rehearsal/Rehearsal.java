package org.commitcast.commandline.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.commitcast.commandline.logging.KafkaLog;
import org.commitcast.localstack.LocalStack;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.machine.Folders;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;

/**
 * Starts the stack once in a temporary folder and keeps what its Java processes have loaded as archives for
 * class data sharing, which save a third of the work of every later start. The command's script calls it
 * after a build; without the archives everything works as well, but slower.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">class data sharing</a>
 */
public final class Rehearsal {

    private static final int FAILED = 1;

    /** Lets a running JVM write an archive of what it has loaded. */
    private static final Map<String, String> RECORDING = Map.of("JAVA_TOOL_OPTIONS", "-XX:+RecordDynamicDumpInfo");

    private final PrintStream err;

    public Rehearsal(PrintStream err) {
        this.err = err;
    }

    /** Returns 0 if every archive was written. */
    public int run(Path home) {
        try {
            Path folder = Files.createTempDirectory("commitcast-rehearsal");
            try {
                return rehearse(home, folder) ? 0 : FAILED;
            } finally {
                Folders.delete(folder);
            }
        } catch (StartFailure | IOException e) {
            err.println("commitcast rehearse: " + e.getMessage());
            return FAILED;
        }
    }

    private static boolean rehearse(Path home, Path folder) {
        Map<Service, Map<String, String>> variables = new EnumMap<>(Service.class);
        List.of(Service.values()).forEach(service -> variables.put(service, RECORDING));
        StackSettings settings =
                StackSettings.of(home, folder.resolve("data")).onFreePorts().overriding(variables);
        try (LocalStack stack = LocalStack.in(settings)) {
            KafkaLog.writeTo(folder.resolve("data/logs"));
            StartedStack started = stack.start(part -> {});
            List<CompletableFuture<Boolean>> archives = new ArrayList<>();
            for (Service service : Service.values()) {
                ServiceProcess process = started.service(service);
                archives.add(archive(process.process().handle().pid(), ServiceProcess.archive(process.application())));
            }
            archives.add(archive(ProcessHandle.current().pid(), home.resolve("command-line/target/start.jsa")));
            return archives.stream().map(CompletableFuture::join).allMatch(written -> written);
        }
    }

    private static CompletableFuture<Boolean> archive(long pid, Path file) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Files.deleteIfExists(file);
                Process jcmd = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                Long.toString(pid),
                                "VM.cds",
                                "dynamic_dump",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return jcmd.waitFor() == 0 && Files.exists(file);
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }
}
