package org.commitcast.localstack.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.machine.Reasons;
import org.commitcast.localstack.machine.StartFailure;

/**
 * A Kafka of one node (KRaft, broker and controller) inside this process, which keeps its data in a
 * folder. Kafka answers some faults by ending the JVM: run it where that is acceptable.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** The same in every folder, so that a format that was interrupted can simply be repeated. */
    private static final String CLUSTER_ID = "Y29tbWl0Y2FzdC1sb2NhbA";

    private final KafkaSettings settings;
    private final KafkaRaftServer server;

    private EmbeddedKafka(KafkaSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Starts it and returns when it takes records.
     *
     * @throws StartFailure when the port or the folder is not to be had, before any thread was started
     */
    public static EmbeddedKafka start(KafkaSettings settings) {
        Ports.requireFree("Kafka", settings.host(), settings.port(), "stop that process, or choose another port");
        format(settings);
        KafkaConfig config = KafkaConfig.fromProps(
                BrokerConfiguration.of(settings, Ports.free()).properties());
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new StartFailure("Kafka did not start in %s: %s.".formatted(settings.folder(), e.getMessage()), e);
        }
        Coordinators.prepare(settings.advertised());
        return new EmbeddedKafka(settings, server);
    }

    private static void format(KafkaSettings settings) {
        Path folder = settings.folder();
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(BrokerConfiguration.NODE_ID)
                    .setControllerListenerName(BrokerConfiguration.CONTROLLER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new StartFailure("Kafka cannot write to %s (%s).".formatted(folder, Reasons.of(e)), e);
        } catch (Exception e) {
            // Formatter.run declares no narrower type.
            throw new StartFailure("Kafka cannot prepare %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    /** The address that clients are given: {@code host:port}. */
    public String bootstrapServers() {
        return settings.advertised();
    }

    /** Controlled shutdown; the data stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
