package org.commitcast.localstack.database;

import java.nio.file.Path;
import java.util.List;
import org.commitcast.localstack.machine.Ports;

/**
 * Where the embedded PostgreSQL keeps its data and what it holds.
 *
 * @param folder its data, its passwords and its log
 * @param port the port of the loopback address that it listens on
 * @param databases names of the databases, each with a role of the same name
 * @param durable whether a commit waits for the disk; without, a crash of the machine (not of a process) may lose it
 */
public record DatabaseSettings(Path folder, int port, List<String> databases, boolean durable) {

    /** One database for each service. */
    public static final List<String> SERVICES = List.of("ingest", "feed", "notify");

    /** On a port that is free now. */
    public static DatabaseSettings in(Path folder) {
        return new DatabaseSettings(folder, Ports.free(), SERVICES, true);
    }

    public DatabaseSettings onPort(int fixed) {
        return new DatabaseSettings(folder, fixed, databases, durable);
    }

    /** For tests: several times faster; survives a crash of the server, not one of the machine. */
    public DatabaseSettings notDurable() {
        return new DatabaseSettings(folder, port, databases, false);
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }
}
