package org.commitcast.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commitcast.localstack.machine.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private final Path folder;

    EmbeddedKafkaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsRecordsOverARestartOnThePortItHad() throws Exception {
        KafkaSettings settings = KafkaSettings.in(folder.resolve("kafka"));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {
            create(kafka, new NewTopic("letters", 32, (short) 1));
            send(kafka, "letters", "a", "kept");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {
            assertThat(readAll(kafka, "letters")).containsExactly("kept");
        }
    }

    @Test
    void takesTransactionsOnASingleNode() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaSettings.in(folder.resolve("kafka")))) {
            create(kafka, new NewTopic("letters", 1, (short) 1));
            Map<String, Object> settings =
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "relay", "linger.ms", 0);
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                Future<RecordMetadata> sent = producer.send(new ProducerRecord<>("letters", "a", "committed"));
                producer.commitTransaction();
                sent.get();
            }

            assertThat(readAll(kafka, "letters")).containsExactly("committed");
        }
    }

    @Test
    void neverMakesATopicByItself() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaSettings.in(folder.resolve("kafka")));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 500);
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>("typo", "a", "b"))
                                .get())
                        .hasMessageContaining("typo");
            }

            assertThat(admin.listTopics().names().get()).doesNotContain("typo");
        }
    }

    @Test
    void sendsClientsToTheAdvertisedAddress() throws Exception {
        KafkaSettings settings = KafkaSettings.in(folder.resolve("kafka"));
        try (Forwarder proxy = Forwarder.to(settings.port());
                EmbeddedKafka kafka = EmbeddedKafka.start(settings.advertisedAs(proxy.address()));
                Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + settings.port()))) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get();

            assertThat(kafka.bootstrapServers()).isEqualTo(proxy.address());
            assertThat(proxy.connections()).isPositive();
        }
    }

    @Test
    void takesLittleDiskForTheTopicsOfTheProduct() throws Exception {
        Path data = folder.resolve("kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaSettings.in(data))) {
            create(
                    kafka,
                    IntStream.range(0, 8)
                            .mapToObj(i -> new NewTopic("topic-" + i, 32, (short) 1))
                            .toArray(NewTopic[]::new));
        }

        Process du = new ProcessBuilder("du", "-sk", data.toString()).start();
        String kilobytes = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Integer.parseInt(kilobytes.substring(0, kilobytes.indexOf('\t'))))
                .isLessThan(20_000);
    }

    @Test
    void saysInOneSentenceThatItsPortIsTakenAndStartsNoThread() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Set<String> before = threads();

            assertThatThrownBy(() -> EmbeddedKafka.start(
                            KafkaSettings.in(folder.resolve("kafka"), "127.0.0.1", taken.getLocalPort())))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Kafka cannot listen on 127.0.0.1:%d (another process uses that port):"
                                    .formatted(taken.getLocalPort())
                            + " stop that process, or choose another port.");
            assertThat(threads()).isSubsetOf(before);
        }
    }

    @Test
    void saysInOneSentenceThatItsFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedKafka.start(KafkaSettings.in(file.resolve("kafka"))))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Kafka cannot write to " + file.resolve("kafka") + " (");
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    private static void create(EmbeddedKafka kafka, NewTopic... topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(topics)).all().get();
        }
    }

    private static void send(EmbeddedKafka kafka, String topic, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static List<String> readAll(EmbeddedKafka kafka, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", "reader",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Instant deadline = Instant.now().plusSeconds(60);
            while (Instant.now().isBefore(deadline)) {
                List<String> values = new ArrayList<>();
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
                if (!values.isEmpty()) {
                    return values;
                }
            }
            return List.of();
        }
    }
}
