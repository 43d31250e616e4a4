package org.commitcast.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.commitcast.localstack.database.DatabaseAccess;
import org.commitcast.localstack.database.DatabaseSettings;
import org.commitcast.localstack.database.EmbeddedDatabase;
import org.commitcast.localstack.kafka.EmbeddedKafka;
import org.commitcast.localstack.kafka.KafkaSettings;
import org.commitcast.localstack.machine.Folders;

/** One Kafka and one PostgreSQL, in a temporary folder, for all tests of a JVM; they end with the JVM. */
public final class LocalBackends {

    /** In system properties, because test frameworks load this class by several class loaders. */
    private static final String PREFIX = "commitcast.local-backends.";

    /** The broker shares the tests' JVM and would fill their log with each step of each of its partitions. */
    private static final List<Logger> KAFKA_LOGS = Stream.of("kafka", "org.apache.kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    private LocalBackends() {}

    /**
     * The environment of a service that works on them, under the names that the services read; they are
     * started by the first call.
     *
     * @param service {@code ingest}, {@code feed} or {@code notify}
     */
    public static Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("COMMITCAST_KAFKA", bootstrapServers());
        DatabaseAccess access = database(service);
        environment.put("COMMITCAST_DATABASE_URL", access.url());
        environment.put("COMMITCAST_DATABASE_USER", access.user());
        environment.put("COMMITCAST_DATABASE_PASSWORD", access.password());
        environment.put("COMMITCAST_CREATE_TOPICS", "true");
        // A service that starts sets all levels anew.
        KAFKA_LOGS.forEach(log -> environment.put("quarkus.log.category.\"" + log.getName() + "\".level", "WARN"));
        return environment;
    }

    /** Kafka's address. */
    public static String bootstrapServers() {
        return started("kafka");
    }

    /** The database of {@code ingest}, {@code feed} or {@code notify}. */
    public static DatabaseAccess database(String service) {
        String url = started(service + ".url");
        return new DatabaseAccess(url, service, started(service + ".password"));
    }

    private static String started(String key) {
        synchronized (System.getProperties()) {
            if (System.getProperty(PREFIX + "kafka") == null) {
                start();
            }
            return System.getProperty(PREFIX + key);
        }
    }

    private static void start() {
        KAFKA_LOGS.forEach(log -> log.setLevel(Level.WARNING));
        Path folder = temporaryFolder();
        EmbeddedDatabase database = EmbeddedDatabase.start(
                DatabaseSettings.in(folder.resolve("database")).notDurable());
        EmbeddedKafka kafka = EmbeddedKafka.start(KafkaSettings.in(folder.resolve("kafka")));
        for (String name : database.names()) {
            System.setProperty(PREFIX + name + ".url", database.access(name).url());
            System.setProperty(
                    PREFIX + name + ".password", database.access(name).password());
        }
        System.setProperty(PREFIX + "kafka", kafka.bootstrapServers());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, database, folder), "local backends end"));
    }

    private static void end(EmbeddedKafka kafka, EmbeddedDatabase database, Path folder) {
        kafka.close();
        database.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // A temporary folder is left to the system.
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("commitcast-backends");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
