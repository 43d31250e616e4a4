package org.commitcast.commandline.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
 * class data sharing, which save half the work of every later start. The command's script calls it
 * after a build; without the archives everything works as well, but slower.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">class data sharing</a>
 */
public final class Rehearsal {

    private static final int FAILED = 1;

    /** A JVM that ended by itself after SIGTERM, and not before it had written its archive. */
    private static final int TERMINATED = 128 + 15;

    private final PrintStream err;

    public Rehearsal(PrintStream err) {
        this.err = err;
    }

    /** Returns 0 if every archive was written. */
    public int run(Path home) {
        try {
            Path folder = Files.createTempDirectory("commitcast-rehearsal");
            try {
                rehearse(home, folder);
                return 0;
            } finally {
                Folders.delete(folder);
            }
        } catch (StartFailure | IOException e) {
            err.println("commitcast rehearse: " + e.getMessage());
            return FAILED;
        }
    }

    private static void rehearse(Path home, Path folder) throws IOException {
        Map<Service, Map<String, String>> variables = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Files.deleteIfExists(archive(home, service));
            // Written when it ends: only then is everything linked that it has loaded.
            variables.put(service, Map.of("JAVA_TOOL_OPTIONS", "-XX:ArchiveClassesAtExit=" + unproven(home, service)));
        }
        StackSettings settings =
                StackSettings.of(home, folder.resolve("data")).onFreePorts().overriding(variables);
        try (LocalStack stack = LocalStack.in(settings)) {
            KafkaLog.writeTo(folder.resolve("data/logs"));
            StartedStack started = stack.start(part -> {});
            // One after the other: each has both cores for its archive.
            for (Service service : Service.values()) {
                started.service(service).close();
                if (started.service(service).process().exitValue() != TERMINATED) {
                    throw new StartFailure(service.module() + " did not end by itself.");
                }
                Files.move(unproven(home, service), archive(home, service));
            }
        }
    }

    private static Path archive(Path home, Service service) {
        return ServiceProcess.archive(ServiceProcess.packaged(home, service));
    }

    private static Path unproven(Path home, Service service) {
        return archive(home, service).resolveSibling("unproven.jsa");
    }
}
