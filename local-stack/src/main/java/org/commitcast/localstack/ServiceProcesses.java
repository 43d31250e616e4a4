package org.commitcast.localstack;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.commitcast.localstack.machine.DataFolder;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;
import org.commitcast.localstack.service.ServiceSettings;

/** The services of a stack, started and stopped together. */
final class ServiceProcesses implements AutoCloseable {

    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

    private ServiceProcesses() {}

    /** Starts them side by side and returns when all are ready. */
    static ServiceProcesses start(StackSettings settings, ServiceEnvironment environment, Running running) {
        ServiceProcesses started = running.add(new ServiceProcesses());
        for (Service service : settings.services()) {
            started.launch(settings, environment, service);
        }
        started.processes.values().forEach(process -> process.awaitReady(settings.patience()));
        return started;
    }

    private synchronized void launch(StackSettings settings, ServiceEnvironment environment, Service service) {
        DataFolder data = environment.data();
        processes.put(
                service,
                ServiceProcess.start(new ServiceSettings(
                        service,
                        ServiceProcess.packaged(settings.home(), service),
                        environment.of(service),
                        data.folder("logs").resolve(service.id() + ".log"),
                        service.managementPort(settings.portBase()))));
    }

    synchronized Map<Service, ServiceProcess> all() {
        return Map.copyOf(processes);
    }

    @Override
    public void close() {
        // Each may take a while to drain: at the same time.
        CompletableFuture<?>[] stops = all().values().stream()
                .map(process -> CompletableFuture.runAsync(process::close))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
    }
}
