package org.commitcast.localstack.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commitcast.localstack.machine.Ports;

/**
 * Where the embedded Kafka keeps its data and how it is reached.
 *
 * @param folder its data
 * @param host the address it listens on
 * @param port the port it listens on
 * @param advertised {@code host:port} that it tells clients to connect to
 * @param further more ways to reach it, each telling its clients another address
 */
public record KafkaSettings(Path folder, String host, int port, String advertised, List<Listener> further) {

    /** A port of its own for clients that are sent to an address of their own: that of a proxy. */
    public record Listener(int port, String advertised) {}

    /** On a port of the loopback address that is free now. */
    public static KafkaSettings in(Path folder) {
        return in(folder, "127.0.0.1", Ports.free());
    }

    public static KafkaSettings in(Path folder, String host, int port) {
        return new KafkaSettings(folder, host, port, host + ":" + port, List.of());
    }

    /** Clients are sent to another address: that of a proxy in front of it. */
    public KafkaSettings advertisedAs(String hostAndPort) {
        return new KafkaSettings(folder, host, port, hostAndPort, further);
    }

    /** Reached on one more port, whose clients are sent to an address of their own. */
    public KafkaSettings alsoOn(Listener listener) {
        return new KafkaSettings(
                folder,
                host,
                port,
                advertised,
                Stream.concat(further.stream(), Stream.of(listener)).toList());
    }
}
