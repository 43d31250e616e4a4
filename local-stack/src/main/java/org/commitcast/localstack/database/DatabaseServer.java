package org.commitcast.localstack.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commitcast.localstack.machine.Folders;
import org.commitcast.localstack.machine.LogFile;
import org.commitcast.localstack.machine.Reasons;
import org.commitcast.localstack.machine.SecretFile;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.machine.SupervisedProcess;

/** PostgreSQL's programs applied to one data folder. */
record DatabaseServer(DatabaseSettings settings, PostgresBinaries binaries, ServerUser user) {

    static final Pattern PROBLEM = Pattern.compile("(?:FATAL|PANIC|ERROR|error): +(.*)");
    static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Makes the data folder ready: initialised, without a server of an earlier run on it. */
    static DatabaseServer prepare(DatabaseSettings settings) {
        try {
            Files.createDirectories(settings.folder());
            ServerUser user = ServerUser.here();
            user.passThrough(settings.data());
            PostgresBinaries binaries = PostgresBinaries.unpacked(user.binaryFolders(settings.folder()));
            DatabaseServer server = new DatabaseServer(settings, binaries, user);
            server.reclaim();
            server.initialise();
            return server;
        } catch (IOException e) {
            throw new StartFailure(
                    "PostgreSQL cannot write to %s (%s).".formatted(settings.folder(), Reasons.of(e)), e);
        }
    }

    void reclaim() {
        new Leftover(settings.data()).remove();
    }

    DatabaseAccess superuser() {
        return new DatabaseAccess(
                url("postgres"), "postgres", SecretFile.token(settings.folder().resolve("postgres.password"), 24));
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(HOST, settings.port(), database);
    }

    private void initialise() throws IOException {
        if (Files.exists(settings.data().resolve("PG_VERSION"))) {
            return;
        }
        // Elsewhere first, then renamed: a run that is killed half way leaves nothing that looks complete.
        Path draft = settings.folder().resolve("data.new");
        Folders.delete(draft);
        Files.createDirectories(draft);
        user.own(draft);
        Path password = settings.folder().resolve("initdb.password");
        Files.deleteIfExists(password);
        superuser();
        Files.copy(settings.folder().resolve("postgres.password"), password, StandardCopyOption.COPY_ATTRIBUTES);
        try {
            user.own(password);
            initdb(draft, password);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(draft, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path folder, Path password) throws IOException {
        List<String> words = user.command(
                binaries.program("initdb"),
                "--pgdata=" + folder,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        Process initdb = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        try {
            if (initdb.waitFor() != 0) {
                throw new StartFailure("PostgreSQL could not prepare %s: %s."
                        .formatted(settings.data(), new LogFile(settings.log(), 0).last(PROBLEM)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            initdb.destroy();
            throw new StartFailure("PostgreSQL's start was interrupted.", e);
        }
    }

    SupervisedProcess launch() {
        List<String> words = new ArrayList<>(user.command(binaries.program("postgres"), "-D", "" + settings.data()));
        configuration().forEach((key, value) -> words.addAll(List.of("-c", key + "=" + value)));
        // INT is PostgreSQL's fast shutdown: it ends the connections and writes a checkpoint.
        return SupervisedProcess.start(new SupervisedProcess.Command(words, Map.of(), settings.log(), "INT", PATIENCE));
    }

    private Map<String, String> configuration() {
        String durable = settings.durable() ? "on" : "off";
        return Map.ofEntries(
                Map.entry("listen_addresses", HOST),
                Map.entry("port", Integer.toString(settings.port())),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", durable),
                // What is committed survives the server's crash in any case; without fsync this costs next to nothing.
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", durable),
                Map.entry("shared_buffers", "32MB"),
                Map.entry("max_connections", "100"),
                Map.entry("max_wal_size", "256MB"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("jit", "off"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("timezone", "UTC"),
                // A failed statement may hold a password.
                Map.entry("log_min_error_statement", "panic"));
    }
}
