package org.commitcast.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commitcast.localstack.database.DatabaseAccess;
import org.commitcast.localstack.database.EmbeddedDatabase;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;

/** A stack that is up: where its parts are and how to get in. */
public final class StartedStack {

    private final StackSettings settings;
    private final StackSecrets secrets;
    private final ServiceEnvironment environment;
    private final Backends backends;
    private final ServiceProcesses processes;

    StartedStack(
            StackSettings settings,
            StackSecrets secrets,
            ServiceEnvironment environment,
            Backends backends,
            ServiceProcesses processes) {
        this.settings = settings;
        this.secrets = secrets;
        this.environment = environment;
        this.backends = backends;
        this.processes = processes;
    }

    /** The base of a service's addresses, without a slash at the end. */
    public String url(Service service) {
        return environment.url(service);
    }

    /** The bearer token of the REST administration. */
    public String token() {
        return secrets.token();
    }

    /** The file that keeps the token. */
    public Path tokenFile() {
        return secrets.tokenFile();
    }

    /** The process of a service that this stack runs. */
    public ServiceProcess service(Service service) {
        return Optional.ofNullable(processes.all().get(service))
                .orElseThrow(
                        () -> new IllegalArgumentException(service.module() + " is not among " + settings.services()));
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return backends.kafka();
    }

    /** The database of a service. */
    public DatabaseAccess database(Service service) {
        return backends.database().apply(service.id());
    }

    /** The embedded PostgreSQL, unless another was given. */
    public Optional<EmbeddedDatabase> embeddedDatabase() {
        return backends.embedded();
    }

    /** The environment to run a service by hand, which holds passwords. */
    public Map<String, String> environment(Service service) {
        return environment.of(service);
    }

    /** The folder of the services' logs. */
    public Path logs() {
        return settings.data().resolve("logs");
    }

    /** Calls back with its name when a service ends by itself. */
    public void whenServiceEnds(Consumer<Service> action) {
        processes.all().forEach((service, running) -> running.process().whenEnded(() -> action.accept(service)));
    }
}
