package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.commitcast.localstack.database.DatabaseAccess;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services killed or frozen in the windows between database, Kafka and channel. The windows are made from outside, by
 * proxies that hold what passes: nothing is lost, and nothing is said twice.
 */
@Tag("proof")
class FaultsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Path folder;
    private static Installation installation;
    private static Commitcast commitcast;
    private static WebPages pages;
    private static MastodonServer mastodon;

    private static final String WAITING_FOR_A_LOCK =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private String site;
    private ContentRepository repository;

    @BeforeAll
    static void install(@TempDir Path temporary) {
        folder = temporary;
        installation = Installation.in(folder);
        commitcast = new Commitcast(installation);
        pages = new WebPages();
        mastodon = new MastodonServer();
    }

    @AfterAll
    static void end() {
        installation.close();
        pages.close();
        mastodon.close();
    }

    /** A test that failed half-way must not make the next one fail. */
    @AfterEach
    void heal() {
        installation.heal();
        repository.close();
    }

    @BeforeEach
    void registerASite(TestInfo test) {
        site = "site-" + Integer.toUnsignedString(test.getDisplayName().hashCode(), 36);
        repository = HarbourRadio.in(folder.resolve(site), pages.url());
        repository.push("Begin");
        commitcast.register(site, repository);
        commitcast.announceOn(mastodon, site);
        await().atMost(SOON).until(() -> commitcast.titles(site, "podcast").size() == 2);
    }

    @Test
    void ingestKilledAfterTheAcknowledgementStillPublishes() {
        String title = pushEpisode("Acknowledged");
        installation.kill(Service.INGEST);

        installation.restart(Service.INGEST);

        assertPublishedAndSaidOnce(title);
    }

    @Test
    void ingestKilledBetweenItsCommitAndKafkaStillPublishesOnce() {
        installation.kafkaOf(Service.INGEST).hold();
        String title = pushEpisode("Committed");
        await().atMost(SOON)
                .until(() -> count(Service.INGEST, "select count(*) from outbox where value is not null") > 0);
        installation.kill(Service.INGEST);
        installation.kafkaOf(Service.INGEST).cut();

        installation.restart(Service.INGEST);

        assertPublishedAndSaidOnce(title);
    }

    @Test
    void ingestKilledBetweenKafkasAcknowledgementAndItsOwnRecordOfItPublishesOnce() throws SQLException {
        installation.kafkaOf(Service.INGEST).hold();
        String title = pushEpisode("Acknowledged by Kafka");
        await().atMost(SOON)
                .until(() -> count(Service.INGEST, "select count(*) from outbox where value is not null") > 0);
        try (Connection held = holdingRows(Service.INGEST, "outbox")) {
            installation.kafkaOf(Service.INGEST).release();
            await().atMost(SOON).until(() -> commitcast.titles(site, "podcast").contains(title));
            installation.kill(Service.INGEST);
            held.rollback();
        }

        installation.restart(Service.INGEST);

        await().atMost(SOON).until(() -> count(Service.INGEST, "select count(*) from outbox") == 0);
        assertPublishedAndSaidOnce(title);
    }

    @Test
    void feedKilledBeforeItsCommitPublishesWithTheNextStart() {
        installation.databaseOf(Service.FEED).hold();
        String title = pushEpisode("Not yet stored");
        await().atMost(SOON)
                .until(() -> count(Service.INGEST, "select count(*) from item where title = 'Not yet stored'") == 1
                        && count(Service.INGEST, "select count(*) from outbox") == 0);
        installation.kill(Service.FEED);
        installation.databaseOf(Service.FEED).cut();

        installation.restart(Service.FEED);

        assertPublishedAndSaidOnce(title);
    }

    @Test
    void feedKilledBetweenItsCommitAndKafkaTellsOfTheSameFeed() throws SQLException {
        String title = "Told later";
        String etag;
        // The relay renews its lease before it sends more: what is committed meanwhile waits.
        try (Connection held = holdingRows(Service.FEED, "relay_lease")) {
            await().atMost(SOON).until(() -> count(Service.FEED, WAITING_FOR_A_LOCK) > 0);
            push(title);
            await().atMost(SOON).until(() -> count(Service.FEED, "select count(*) from outbox") > 0);
            await().atMost(SOON).until(() -> commitcast.titles(site, "podcast").contains(title));
            etag = commitcast.rss(site, "podcast").header("ETag");
            installation.kill(Service.FEED);
            assertThat(posts(title)).isZero();
            held.rollback();
        }

        installation.restart(Service.FEED);

        assertPublishedAndSaidOnce(title);
        assertThat(commitcast.rss(site, "podcast").header("ETag")).isEqualTo(etag);
    }

    @Test
    void notifyKilledBetweenTheChannelsAnswerAndItsRecordPostsOnce() {
        mastodon.beforeNextAnswer(() -> installation.databaseOf(Service.NOTIFY).hold());
        String title = pushEpisode("Answered");
        await().atMost(SOON).until(() -> posts(title) == 1);
        installation.kill(Service.NOTIFY);
        installation.databaseOf(Service.NOTIFY).cut();

        installation.restart(Service.NOTIFY);

        assertPublishedAndSaidOnce(title);
    }

    @Test
    void nothingIsSentBeforeKafkaHasTheIntention() {
        // The gate opens while what notify sends to Kafka stays in the proxy.
        pages.missing("/episode/intended/");
        String title = pushEpisode("Intended");
        await().atMost(SOON).until(() -> commitcast.titles(site, "podcast").contains(title));
        await().atMost(SOON)
                .until(() -> count(Service.NOTIFY, "select count(*) from outbox") == 0
                        && !commitcast.announcements(site).isEmpty());
        installation.kafkaOf(Service.NOTIFY).holdRequests();
        pages.publish("/episode/intended/");
        await().atMost(SOON).until(() -> commitcast.announcements(site).stream()
                .anyMatch(row -> "SENDING".equals(row.get("status"))));
        assertThat(posts(title)).isZero();
        installation.kill(Service.NOTIFY);
        installation.kafkaOf(Service.NOTIFY).cut();
        assertThat(posts(title)).isZero();

        installation.restart(Service.NOTIFY);

        assertPublishedAndSaidOnce(title);
    }

    @Test
    void aRelayThatWasFrozenAndThawsOverwritesNothing() throws Exception {
        String first = pushEpisode("Frozen");
        assertPublishedAndSaidOnce(first);
        // The relay that holds the lease is stopped in the middle of sending.
        installation.kafkaOf(Service.INGEST).hold();
        String path = "_episodes/2026-03-02-frozen.md";
        repository.write(path, repository.read(path).replace("title: \"Frozen\"", "title: \"Frozen once\""));
        commitcast.pushHook(site, repository.push("Correct")).then().statusCode(202);
        await().atMost(SOON)
                .until(() -> count(Service.INGEST, "select count(*) from outbox where value is not null") > 0);
        installation.service(Service.INGEST).process().signal("STOP");
        ServiceProcess successor = installation.another(Service.INGEST);
        try (successor) {
            await().atMost(SOON).until(() -> commitcast.titles(site, "podcast").contains("Frozen once"));
            repository.write(path, repository.read(path).replace("Frozen once", "Frozen twice"));
            repository.push("Correct again");
            installation.kafkaOf(Service.INGEST).release();
            installation.service(Service.INGEST).process().signal("CONT");
            commitcast.ingest().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);

            await().atMost(SOON).until(() -> commitcast.titles(site, "podcast").contains("Frozen twice"));
        }
        rebuild();
        assertThat(commitcast.titles(site, "podcast")).contains("Frozen twice").doesNotContain("Frozen once");
        assertThat(posts("Frozen")).isEqualTo(1);
    }

    @Test
    void kafkaAwayStillAcknowledgesAndDeliversLater() {
        installation.stopKafka();
        String title;
        try {
            title = pushEpisode("Kafka away");
        } finally {
            installation.startKafka();
        }

        assertPublishedAndSaidOnce(title);
    }

    @Test
    void databaseAwayRefusesTheWebhookAndServesTheFeed() {
        installation.database().crash();
        try {
            Response refused = commitcast.pushHook(site, "0123456789012345678901234567890123456789");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(commitcast.rss(site, "podcast").statusCode()).isEqualTo(200);
        } finally {
            installation.database().restart();
        }

        await().atMost(SOON)
                .until(() -> commitcast
                                .pushHook(site, "0123456789012345678901234567890123456789")
                                .statusCode()
                        == 202);
        assertPublishedAndSaidOnce(pushEpisode("Database back"));
    }

    @Test
    void anEmptiedFeedStoreIsRebuiltToTheSameBytesAndPostsNothing() throws Exception {
        String title = pushEpisode("Rebuilt");
        assertPublishedAndSaidOnce(title);
        byte[] podcast = commitcast.rss(site, "podcast").asByteArray();
        byte[] blog = commitcast.rss(site, "blog").asByteArray();
        String etag = commitcast.rss(site, "podcast").header("ETag");
        int calls = mastodon.calls().size();
        installation.kill(Service.FEED);
        empty(Service.FEED);

        installation.restart(Service.FEED);

        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(
                        count(Service.FEED, "select count(*) from consumed_position"))
                .isPositive());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(commitcast.rss(site, "podcast").asByteArray())
                        .isEqualTo(podcast));
        assertThat(commitcast.rss(site, "blog").asByteArray()).isEqualTo(blog);
        assertThat(commitcast.rss(site, "podcast").header("ETag")).isEqualTo(etag);
        rebuild();
        assertThat(mastodon.calls()).hasSize(calls);
    }

    @Test
    void anEmptiedNotifyStoreCatchesUpAndPostsNothingAgain() throws Exception {
        String title = pushEpisode("Remembered");
        assertPublishedAndSaidOnce(title);
        int calls = mastodon.calls().size();
        installation.kill(Service.NOTIFY);
        execute(Service.NOTIFY, "truncate announcement, consumed_position, written_position, outbox cascade");

        installation.restart(Service.NOTIFY);

        assertPublishedAndSaidOnce(pushEpisode("Afterwards"));
        assertThat(posts(title)).isEqualTo(1);
        assertThat(mastodon.calls()).hasSize(calls + 1);
    }

    private void rebuild() {
        commitcast.feed().post("/api/v1/feeds/" + site + "/rebuild").then().statusCode(200);
    }

    private String pushEpisode(String title) {
        push(title);
        return title;
    }

    private void push(String title) {
        String slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        repository.write("_episodes/2026-03-02-" + slug + ".md", HarbourRadio.episode(title, "2026-03-02T06:00:00Z"));
        commitcast.pushHook(site, repository.push("Episode: " + title)).then().statusCode(202);
    }

    private void assertPublishedAndSaidOnce(String title) {
        await().atMost(SOON)
                .until(() -> commitcast.titles(site, "podcast").stream()
                                .filter(title::equals)
                                .count()
                        == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> commitcast.announcements(site).stream()
                .anyMatch(row -> "SENT".equals(row.get("status"))
                        && String.valueOf(row.get("text")).contains(title)));
        assertThat(posts(title)).isEqualTo(1);
    }

    private static long posts(String title) {
        return mastodon.statuses().stream().filter(text -> text.contains(title)).count();
    }

    private static long count(Service service, String sql) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until it is closed, who wants to change a row that the table has now waits. */
    private static Connection holdingRows(Service service, String table) throws SQLException {
        Connection connection = connect(service);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 from " + table + " for update");
        }
        return connection;
    }

    private static void execute(Service service, String sql) throws SQLException {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As if the database had just been made. */
    private static void empty(Service service) throws SQLException {
        execute(service, "drop schema if exists shadow cascade; drop schema public cascade; create schema public");
    }

    private static Connection connect(Service service) throws SQLException {
        DatabaseAccess access = installation.database().access(service.id());
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
