package org.commitcast.localstack.database;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.machine.SecretFile;
import org.commitcast.localstack.machine.SupervisedProcess;

/**
 * A PostgreSQL that belongs to this process and keeps its data in a folder: one server, a database and
 * a role for each service. It ends with this process; what a crashed one left behind is taken over.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final DatabaseSettings settings;
    private final DatabaseServer server;
    private SupervisedProcess process;

    private EmbeddedDatabase(DatabaseSettings settings, DatabaseServer server) {
        this.settings = settings;
        this.server = server;
        this.process = run();
    }

    /**
     * Starts it and returns when every database can be used.
     *
     * @throws org.commitcast.localstack.machine.StartFailure when that is not possible; nothing is left running
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        return new EmbeddedDatabase(settings, DatabaseServer.prepare(settings));
    }

    private SupervisedProcess run() {
        Ports.requireFree(
                "PostgreSQL", DatabaseServer.HOST, settings.port(), "stop that process, or choose another port");
        SupervisedProcess started = server.launch();
        boolean complete = false;
        try {
            Databases databases = new Databases(server.superuser());
            databases.awaitStart(started, settings);
            for (String name : settings.databases()) {
                databases.ensure(name, access(name).password());
            }
            complete = true;
            return started;
        } finally {
            if (!complete) {
                started.stop();
            }
        }
    }

    /** How the service of that name reaches its database. */
    public DatabaseAccess access(String name) {
        if (!settings.databases().contains(name)) {
            throw new IllegalArgumentException("no database " + name + " among " + settings.databases());
        }
        return new DatabaseAccess(
                server.url(name), name, SecretFile.token(settings.folder().resolve(name + ".password"), 24));
    }

    /** The names that {@link #access} knows. */
    public List<String> names() {
        return settings.databases();
    }

    /** The server process, to be frozen or watched. */
    public SupervisedProcess process() {
        return process;
    }

    /** Ends it as a loss of power does: nothing is flushed, connections break. */
    public void crash() {
        List<ProcessHandle> backends = process.handle().descendants().toList();
        process.kill();
        // They notice a moment later, and as long as they hold its memory no new server starts.
        CompletableFuture.allOf(backends.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 3, TimeUnit.SECONDS)
                .join();
    }

    /** Starts it again on the same port after {@link #crash} or {@link #close}. */
    public void restart() {
        process.stop();
        server.reclaim();
        process = run();
    }

    /** Ends its connections and stops it; the data stays. */
    @Override
    public void close() {
        process.stop();
    }
}
