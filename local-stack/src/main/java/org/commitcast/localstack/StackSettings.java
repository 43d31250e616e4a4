package org.commitcast.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.service.Service;

/**
 * Which parts of the stack run, and where.
 *
 * @param home the folder that holds the built modules
 * @param data everything that the stack keeps
 * @param host the address that the services listen on
 * @param portBase N: ingest listens on N+1, feed on N+2, notify on N+3, their management on N+1001 and so on
 * @param started the services to start, beside Kafka and PostgreSQL
 * @param kafka bootstrap servers of a Kafka that runs elsewhere, in place of the embedded one
 * @param database {@code postgresql://USER:PASSWORD@HOST:PORT} of a server elsewhere, in place of the embedded one
 * @param overrides variables for a service's environment, in place of the stack's own
 * @param patience how long the services may take until they are ready
 */
public record StackSettings(
        Path home,
        Path data,
        String host,
        int portBase,
        Set<Service> started,
        Optional<String> kafka,
        Optional<String> database,
        Map<Service, Map<String, String>> overrides,
        Duration patience) {

    public static final int DEFAULT_PORT_BASE = 8080;

    public static final String LOOPBACK = "127.0.0.1";

    /** Everything, on loopback and the usual ports. */
    public static StackSettings of(Path home, Path data) {
        return new StackSettings(
                home,
                data,
                LOOPBACK,
                DEFAULT_PORT_BASE,
                EnumSet.allOf(Service.class),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(90));
    }

    public StackSettings onPortBase(int base) {
        return new StackSettings(home, data, host, base, started, kafka, database, overrides, patience);
    }

    /** On ports that are free now, beside whatever else runs on this machine. */
    public StackSettings onFreePorts() {
        IntStream ofServices = Arrays.stream(Service.values())
                .flatMapToInt(service -> IntStream.of(service.httpPort(0), service.managementPort(0)));
        return onPortBase(Ports.freeBase(
                IntStream.concat(ofServices, Backends.portOffsets()).toArray()));
    }

    public StackSettings onHost(String address) {
        return new StackSettings(home, data, address, portBase, started, kafka, database, overrides, patience);
    }

    /** Kafka and PostgreSQL run whatever is left out. */
    public StackSettings only(Set<Service> some) {
        return new StackSettings(home, data, host, portBase, some, kafka, database, overrides, patience);
    }

    public StackSettings withKafka(String bootstrapServers) {
        return new StackSettings(
                home, data, host, portBase, started, Optional.of(bootstrapServers), database, overrides, patience);
    }

    public StackSettings withDatabase(String url) {
        return new StackSettings(home, data, host, portBase, started, kafka, Optional.of(url), overrides, patience);
    }

    public StackSettings overriding(Map<Service, Map<String, String>> variables) {
        return new StackSettings(home, data, host, portBase, started, kafka, database, variables, patience);
    }

    /** Waits no longer than that for the services to be ready. */
    public StackSettings within(Duration limit) {
        return new StackSettings(home, data, host, portBase, started, kafka, database, overrides, limit);
    }

    /** The services to start, in their order. */
    public List<Service> services() {
        return started.stream().sorted().toList();
    }

    /** May hold the password of a database. */
    @Override
    public String toString() {
        return "stack in " + data;
    }
}
