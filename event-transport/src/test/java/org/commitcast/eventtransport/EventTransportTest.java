package org.commitcast.eventtransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.GoldenSamples;
import org.commitcast.contentevents.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class EventTransportTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    Relay relay;

    @Inject
    Listener listener;

    @Inject
    KafkaSettings settings;

    @Inject
    DataSource dataSource;

    @Inject
    CatchUp catchUp;

    @Inject
    MeterRegistry metrics;

    @Test
    void sendsWhatIsCommittedInItsOrder() throws InterruptedException {
        String item = UUID.randomUUID().toString();

        long last = append(item, 1, 2, 3);

        assertThat(relay.awaitSent(last, SOON)).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(item)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void sendsNothingOfATransactionThatWasRolledBack() throws InterruptedException {
        String item = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(revision(item, 1, "taken back"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        long last = append(item, 2);

        assertThat(relay.awaitSent(last, SOON)).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(item)).containsExactly(2L));
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(revision("x", 1, "x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void holdsBackOnlyTheKeyOfARecordThatNoBrokerTakes() throws InterruptedException {
        String blocked = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        ContentSnapshot huge = revision(blocked, 1, incompressible(3_000_000));
        assertThat(outbox.accepts(huge)).isFalse();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(huge));
        append(blocked, 2);

        long last = append(other, 1);

        assertThat(relay.awaitSent(last, SOON)).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(other)).containsExactly(1L));
        assertThat(listener.revisionsOf(blocked)).isEmpty();
    }

    @Test
    void triesWhatKafkaRefusedAgainWithTheNextSession() throws Exception {
        long refused = refusedEarlier();
        assertThat(metrics.get("commitcast.outbox.blocked").gauge().value()).isGreaterThanOrEqualTo(1);

        openTheRelaysTransactionalIdElsewhere();
        append(UUID.randomUUID().toString(), 1);

        assertThat(relay.awaitSent(refused, SOON)).isTrue();
    }

    private long refusedEarlier() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "insert into outbox (topic, record_key, revision, headers, value, blocked_reason)"
                                + " values ('commitcast.content.dead-letter', '', 0, '{}', null, 'no such topic')"
                                + " returning id")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As a successor does while this relay is frozen. */
    private void openTheRelaysTransactionalIdElsewhere() {
        try (KafkaProducer<String, byte[]> successor = producer("commitcast-transport-test-relay")) {
            successor.initTransactions();
        }
    }

    /** With more patience than the relay's own: its broker may be busy with what other tests send. */
    private KafkaProducer<String, byte[]> producer(String transactionalId) {
        Map<String, Object> patient = settings.transactionalProducer(transactionalId);
        patient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000);
        return new KafkaProducer<>(patient);
    }

    @Test
    void takesAsManyRowsAtOnceAsFitTogether() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // Rows that the relay leaves alone: it never sees what is not committed.
            connection.setAutoCommit(false);
            statement.execute("insert into outbox (topic, record_key, revision, headers, value)"
                    + " select 'commitcast.content', 'row-' || n, n, '{}', convert_to(repeat('x', 1000), 'UTF8')"
                    + " from generate_series(1, 20) n");

            assertThat(OutboxRows.oldest(connection, 100, 5_000)).hasSize(5);
            assertThat(OutboxRows.oldest(connection, 3, 5_000)).hasSize(3);
            assertThat(OutboxRows.oldest(connection, 100, 1)).hasSize(1);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void blamesOnlyTheRecordItselfWhenItsBatchFails() throws InterruptedException {
        String huge = UUID.randomUUID().toString();
        List<ContentSnapshot> batch = new ArrayList<>();
        List<String> innocent = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            innocent.add(UUID.randomUUID().toString());
            batch.add(revision(innocent.get(i), 1, incompressible(30_000)));
        }
        batch.add(12, revision(huge, 1, incompressible(3_000_000)));

        QuarkusTransaction.requiringNew().run(() -> outbox.append(batch));

        await().atMost(SOON).untilAsserted(() -> assertThat(innocent)
                .allSatisfy(item -> assertThat(listener.revisionsOf(item)).containsExactly(1L)));
        assertThat(listener.revisionsOf(huge)).isEmpty();
    }

    @Test
    void getsPastARecordWhoseKeyNoDatabaseTakes() throws Exception {
        String healthy = UUID.randomUUID().toString();
        try (KafkaProducer<String, byte[]> producer = producer("somebody-else")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topic.CONTENT.topicName(), 16, "a\0b", new byte[] {0}))
                    .get();
            producer.commitTransaction();
        }

        append(healthy, 1);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(healthy)).containsExactly(1L));
    }

    @Test
    void goesOnAfterItsProducerWasFencedAndLetsNoOlderRecordFollowANewerOne() throws InterruptedException {
        String item = UUID.randomUUID().toString();
        relay.awaitSent(append(item, 1), SOON);
        openTheRelaysTransactionalIdElsewhere();

        long last = append(item, 2, 3);

        assertThat(relay.awaitSent(last, SOON)).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(item)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void putsPoisonIntoTheDeadLettersAndHandlesTheNextRecord() {
        String poison = UUID.randomUUID().toString();
        String healthy = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(revision(poison, 1, "poison"), revision(healthy, 1, "healthy"))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(healthy)).containsExactly(1L));

        ConsumerRecord<String, byte[]> letter = awaitDeadLetter(poison);
        assertThat(IncomingRecord.headers(letter))
                .containsEntry("dead-letter-consumer", "transport-test")
                .containsEntry("dead-letter-topic", "commitcast.content")
                .hasEntrySatisfying(
                        "dead-letter-reason", reason -> assertThat(reason).contains("cannot be handled"));
    }

    @Test
    void parksAnUnknownTypeAndBrokenBytesAsTheyCame() throws Exception {
        String key = UUID.randomUUID().toString();
        byte[] value = {1, 2, (byte) 0xFF};
        try (KafkaProducer<String, byte[]> producer = producer("somebody-else")) {
            producer.initTransactions();
            producer.beginTransaction();
            ProducerRecord<String, byte[]> unknown = new ProducerRecord<>(Topic.CONTENT.topicName(), 3, key, value);
            unknown.headers().add("ce_type", "org.commitcast.content.sung.v9".getBytes(StandardCharsets.UTF_8));
            producer.send(unknown).get();
            producer.commitTransaction();
        }

        ConsumerRecord<String, byte[]> letter = awaitDeadLetter(key);

        assertThat(letter.value()).isEqualTo(value);
        assertThat(IncomingRecord.headers(letter))
                .containsEntry("dead-letter-reason", "unknown type org.commitcast.content.sung.v9");
    }

    @Test
    void bringsAnEmptiedStoreUpToItsOwnTopics() throws Exception {
        String item = UUID.randomUUID().toString();
        relay.awaitSent(append(item, 1, 2), SOON);
        // A transaction's marker comes a little after its producer was answered.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.revisionsOf(item)).containsExactly(1L, 2L));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from written_position");
        }
        listener.takeRestored();

        catchUp.run();

        assertThat(listener.takeRestored())
                .filteredOn(content -> content.contentId().equals(item))
                .extracting(ContentSnapshot::revision)
                .endsWith(2L);
        catchUp.run();
        assertThat(listener.takeRestored()).isEmpty();
    }

    private long append(String item, long... revisions) {
        List<ContentSnapshot> events = new ArrayList<>();
        for (long number : revisions) {
            events.add(revision(item, number, "revision " + number));
        }
        return QuarkusTransaction.requiringNew().call(() -> outbox.append(events));
    }

    private ConsumerRecord<String, byte[]> awaitDeadLetter(String key) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.reader())) {
            TopicPartition partition = new TopicPartition(Topic.CONTENT.deadLetterName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return letters.stream().anyMatch(letter -> key.equals(letter.key()));
            });
            return letters.stream()
                    .filter(letter -> key.equals(letter.key()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String incompressible(int length) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        return text.toString();
    }

    private static ContentSnapshot revision(String contentId, long revision, String title) {
        ContentSnapshot sample = GoldenSamples.contentPublished();
        return new ContentSnapshot(
                sample.site(),
                sample.incarnation(),
                contentId,
                revision,
                revision,
                sample.batch(),
                sample.status(),
                sample.cause(),
                sample.kind(),
                sample.guid(),
                sample.url(),
                List.of(),
                sample.path(),
                sample.commit(),
                sample.blob(),
                title,
                sample.date(),
                sample.firstPublishedAt(),
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                "<p/>",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                sample.occurredAt(),
                sample.collection());
    }
}
