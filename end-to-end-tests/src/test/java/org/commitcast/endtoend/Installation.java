package org.commitcast.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.commitcast.localstack.database.DatabaseSettings;
import org.commitcast.localstack.database.EmbeddedDatabase;
import org.commitcast.localstack.kafka.EmbeddedKafka;
import org.commitcast.localstack.kafka.KafkaSettings;
import org.commitcast.localstack.machine.Ports;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;
import org.commitcast.localstack.service.ServiceSettings;

/** Kafka, PostgreSQL and the three services as processes, with a proxy between each service and what it needs. */
final class Installation implements AutoCloseable {
    static final String TOKEN = "an-admin-token-for-tests";
    private static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, String> sources;
    private final KafkaSettings kafkaSettings;
    private final EmbeddedDatabase database;
    private final Map<Service, Place> places = new EnumMap<>(Service.class);
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private EmbeddedKafka kafka;

    /** Where a service is reached, and the proxies that it reaches others by. */
    private record Place(int port, TcpProxy kafka, TcpProxy database) {}

    private Installation(Path folder, Map<String, String> sources) {
        this.folder = folder;
        this.sources = sources;
        KafkaSettings settings = KafkaSettings.in(folder.resolve("kafka"));
        int databasePort = Ports.free();
        for (Service service : Service.values()) {
            int port = Ports.free();
            TcpProxy proxy = TcpProxy.to(port);
            settings = settings.alsoOn(new KafkaSettings.Listener(port, proxy.address()));
            places.put(service, new Place(Ports.free(), proxy, TcpProxy.to(databasePort)));
        }
        this.kafkaSettings = settings;
        this.database = EmbeddedDatabase.start(DatabaseSettings.in(folder.resolve("database"))
                .onPort(databasePort)
                .notDurable());
        this.kafka = EmbeddedKafka.start(settings);
    }

    /** Asks no source of discussions; returns when all three services are ready. */
    static Installation in(Path folder) {
        return in(folder, Map.of("COMMITCAST_SOURCES", "none"));
    }

    /** Asks these sources of discussions and no other ones; returns when all three services are ready. */
    static Installation asking(Path folder, DiscussionServer... servers) {
        Map<String, String> sources = new HashMap<>();
        for (DiscussionServer server : servers) {
            sources.putAll(server.settings());
            sources.merge("COMMITCAST_SOURCES", server.platform(), (some, more) -> some + "," + more);
        }
        return in(folder, sources);
    }

    private static Installation in(Path folder, Map<String, String> sources) {
        Installation installation = new Installation(folder, sources);
        for (Service service : Service.values()) {
            installation.services.put(
                    service,
                    installation.launch(service, installation.place(service).port(), ""));
        }
        installation.services.values().forEach(service -> service.awaitReady(START));
        return installation;
    }

    /** A further instance of a service, reached by nobody, that shares its work. */
    ServiceProcess another(Service service) {
        ServiceProcess second = launch(service, Ports.free(), "-2");
        second.awaitReady(START);
        return second;
    }

    String url(Service service) {
        return "http://127.0.0.1:" + place(service).port();
    }

    ServiceProcess service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Ends it as a crash would. */
    void kill(Service service) {
        service(service).process().kill();
    }

    /** Starts a service that was killed and waits until it is ready. */
    void restart(Service service) {
        service(service).restart();
        service(service).awaitReady(START);
    }

    /** Lets everything through again and starts what is not running. */
    void heal() {
        for (Service service : Service.values()) {
            kafkaOf(service).release();
            databaseOf(service).release();
            service(service).process().signal("CONT");
            if (!service(service).process().isAlive()) {
                restart(service);
            }
        }
    }

    TcpProxy kafkaOf(Service service) {
        return place(service).kafka();
    }

    TcpProxy databaseOf(Service service) {
        return place(service).database();
    }

    EmbeddedDatabase database() {
        return database;
    }

    /** Kafka itself, past the proxies. */
    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    void stopKafka() {
        kafka.close();
    }

    void startKafka() {
        kafka = EmbeddedKafka.start(kafkaSettings);
    }

    private Place place(Service service) {
        return Objects.requireNonNull(places.get(service));
    }

    private ServiceProcess launch(Service service, int port, String instance) {
        int management = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "COMMITCAST_KAFKA", instance.isEmpty() ? kafkaOf(service).address() : kafka.bootstrapServers());
        environment.put(
                "COMMITCAST_DATABASE_URL",
                "jdbc:postgresql://" + databaseOf(service).address() + "/" + service.id());
        environment.put(
                "COMMITCAST_DATABASE_USER", database.access(service.id()).user());
        environment.put(
                "COMMITCAST_DATABASE_PASSWORD", database.access(service.id()).password());
        environment.put("COMMITCAST_HTTP_HOST", "127.0.0.1");
        environment.put("COMMITCAST_HTTP_PORT", String.valueOf(port));
        environment.put("COMMITCAST_MANAGEMENT_PORT", String.valueOf(management));
        environment.put("COMMITCAST_ADMIN_TOKEN", TOKEN);
        environment.put("COMMITCAST_SECRETS_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        environment.put("COMMITCAST_PUBLIC_URL", url(service));
        environment.put("COMMITCAST_FEED_SERVICE_URL", url(Service.FEED));
        environment.put(
                "COMMITCAST_DATA", folder.resolve(service.id() + instance).toString());
        environment.put("COMMITCAST_CREATE_TOPICS", "true");
        environment.put("COMMITCAST_ALLOW_LOCAL_REPOSITORIES", "true");
        environment.put("COMMITCAST_ALLOW_ADDRESSES", "loopback");
        environment.putAll(sources);
        return ServiceProcess.start(new ServiceSettings(
                service,
                ServiceProcess.packaged(Path.of(".."), service),
                environment,
                folder.resolve(service.id() + instance + ".log"),
                management));
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        kafka.close();
        database.close();
        places.values().forEach(place -> {
            place.kafka().close();
            place.database().close();
        });
    }
}
