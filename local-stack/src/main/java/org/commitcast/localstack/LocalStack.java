package org.commitcast.localstack;

import java.util.function.Consumer;
import org.commitcast.localstack.machine.DataFolder;
import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.machine.StartFailure;

/**
 * Commitcast on one machine: Kafka in this process, PostgreSQL and the services as its children. What is
 * started ends with this process, however it ends.
 */
public final class LocalStack implements AutoCloseable {

    private final StackSettings settings;
    private final Running running;
    private final DataFolder data;

    private LocalStack(StackSettings settings, Running running, DataFolder data) {
        this.settings = settings;
        this.running = running;
        this.data = data;
    }

    /**
     * Takes the data folder for this process; nothing is started yet.
     *
     * @throws StartFailure when the folder cannot be written to or is in use
     */
    public static LocalStack in(StackSettings settings) {
        Running running = new Running();
        return new LocalStack(settings, running, running.add(DataFolder.hold(settings.data())));
    }

    /**
     * Starts the parts that the settings name and returns when all are ready.
     *
     * @param progress is told what begins to start
     * @throws StartFailure when one of them cannot start; then all of them are stopped
     */
    public StartedStack start(Consumer<String> progress) {
        boolean complete = false;
        try {
            StartedStack started = startParts(progress);
            complete = true;
            return started;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private StartedStack startParts(Consumer<String> progress) {
        // Before anything is started: a taken port is the most frequent reason not to come up.
        settings.services().forEach(service -> {
            requireFree(service.module(), settings.host(), service.httpPort(settings.portBase()));
            requireFree(
                    service.module() + "'s management",
                    StackSettings.LOOPBACK,
                    service.managementPort(settings.portBase()));
        });
        Backends.requirePorts(settings);
        StackSecrets secrets = StackSecrets.of(data);
        progress.accept("Kafka and PostgreSQL");
        Backends backends = Backends.start(settings, data, running);
        ServiceEnvironment environment = new ServiceEnvironment(settings, data, secrets, backends);
        if (!settings.services().isEmpty()) {
            progress.accept("the services");
        }
        ServiceProcesses processes = ServiceProcesses.start(settings, environment, running);
        return new StartedStack(settings, secrets, environment, backends, processes);
    }

    static void requireFree(String part, String host, int port) {
        Ports.requireFree(part, host, port, "stop that process, or choose other ports with --port-base");
    }

    /** Stops the services, then Kafka and PostgreSQL; may be called at any time, also while the stack starts. */
    @Override
    public void close() {
        running.close();
    }
}
