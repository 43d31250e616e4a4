package org.commitcast.localstack;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commitcast.localstack.database.DatabaseAccess;
import org.commitcast.localstack.database.DatabaseSettings;
import org.commitcast.localstack.database.EmbeddedDatabase;
import org.commitcast.localstack.database.GivenDatabase;
import org.commitcast.localstack.kafka.EmbeddedKafka;
import org.commitcast.localstack.kafka.KafkaSettings;
import org.commitcast.localstack.machine.DataFolder;
import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.service.Service;

/**
 * The Kafka and the PostgreSQL of a stack, embedded or given.
 *
 * @param embedded the embedded database, if it is not given
 */
record Backends(String kafka, Function<String, DatabaseAccess> database, Optional<EmbeddedDatabase> embedded) {

    /** Ports for a stack whose services are partly run by hand: the same at each start. */
    private static final int KAFKA_OFFSET = 12;

    private static final int DATABASE_OFFSET = 13;

    /** What is added to the base of a stack's ports. */
    static IntStream portOffsets() {
        return IntStream.of(KAFKA_OFFSET, DATABASE_OFFSET);
    }

    /** Fails if a port is taken that one of them will need. */
    static void requirePorts(StackSettings settings) {
        if (fixedPorts(settings) && settings.kafka().isEmpty()) {
            LocalStack.requireFree("Kafka", StackSettings.LOOPBACK, settings.portBase() + KAFKA_OFFSET);
        }
        if (fixedPorts(settings) && settings.database().isEmpty()) {
            LocalStack.requireFree("PostgreSQL", StackSettings.LOOPBACK, settings.portBase() + DATABASE_OFFSET);
        }
    }

    /** Both at the same time. */
    static Backends start(StackSettings settings, DataFolder data, Running running) {
        CompletableFuture<Optional<EmbeddedDatabase>> embedded =
                CompletableFuture.supplyAsync(() -> database(settings, data, running));
        CompletableFuture<String> kafka = CompletableFuture.supplyAsync(() -> kafka(settings, data, running));
        try {
            // Both must have come to an end before a failure of one is reported: the caller stops what runs.
            CompletableFuture.allOf(embedded, kafka).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        Optional<EmbeddedDatabase> database = embedded.join();
        Function<String, DatabaseAccess> access = database.<Function<String, DatabaseAccess>>map(own -> own::access)
                .orElseGet(() -> given(settings, data));
        return new Backends(kafka.join(), access, database);
    }

    private static Optional<EmbeddedDatabase> database(StackSettings settings, DataFolder data, Running running) {
        if (settings.database().isPresent()) {
            return Optional.empty();
        }
        DatabaseSettings database = DatabaseSettings.in(data.folder("database"));
        return Optional.of(
                running.add(EmbeddedDatabase.start(database.onPort(port(settings, DATABASE_OFFSET, database::port)))));
    }

    private static Function<String, DatabaseAccess> given(StackSettings settings, DataFolder data) {
        return GivenDatabase.prepare(settings.database().orElseThrow(), data.folder("database"))::access;
    }

    private static String kafka(StackSettings settings, DataFolder data, Running running) {
        return settings.kafka().orElseGet(() -> {
            int port = port(settings, KAFKA_OFFSET, Ports::free);
            KafkaSettings kafka = KafkaSettings.in(data.folder("kafka"), StackSettings.LOOPBACK, port);
            return running.add(EmbeddedKafka.start(kafka)).bootstrapServers();
        });
    }

    private static int port(StackSettings settings, int offset, Supplier<Integer> free) {
        return fixedPorts(settings) ? settings.portBase() + offset : free.get();
    }

    private static boolean fixedPorts(StackSettings settings) {
        return settings.services().size() < Service.values().length;
    }
}
