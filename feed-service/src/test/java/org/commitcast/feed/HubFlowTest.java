package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.junit.jupiter.api.Test;

/** From a change to the hub that is told of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HubFlowTest {
    private final Show show = new Show();

    @Inject
    DataSource dataSource;

    @Test
    void tellsTheHubUntilItAcknowledgesAndNotOfWhatIsNoChange() throws IOException {
        try (Hub hub = new Hub(told -> told.number() == 1 ? 503 : 202)) {
            publish(hub);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(hubs()).hasSize(3).allSatisfy(state -> assertThat(state)
                            .doesNotContainKey("dueAt")));

            List<Hub.Told> told = hub.toldOf(show.podcastPath());
            assertThat(told).hasSize(2).allSatisfy(one -> assertThat(one.bytes())
                    .contains("Tide 1"));
            assertThat(told.get(0).form())
                    .isEqualTo(Map.of(
                            "hub.mode", "publish",
                            "hub.url", "https://commitcast.example" + show.podcastPath(),
                            "hub.topic", "https://commitcast.example" + show.podcastPath()));
            assertThat(told.get(1).at()).isAfterOrEqualTo(told.get(0).at().plusSeconds(1));
            assertThat(hub.toldOf(show.path("podcast.atom"))).hasSize(2);
            assertThat(hub.toldOf(show.path("podcast.json"))).hasSize(2);
            assertThat(hub.toldOf(show.blogPath())).isEmpty();
            given().head(show.podcastPath())
                    .then()
                    .header("Link", containsString("<" + hub.address() + ">; rel=\"hub\""));

            Topics.send(show.imported(3, 1), show.episode(1).snapshot());
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> hub.toldOf(show.podcastPath()).size() == 2);
        }
    }

    @Test
    void tellsAQuickHubOfManyFeedsOneAfterTheOtherButOfTwoAtATime() throws IOException {
        AtomicInteger inside = new AtomicInteger();
        LongAccumulator most = new LongAccumulator(Long::max, 0);
        IntStream.rangeClosed(1, 9)
                .forEach(number ->
                        show.withFeed(new FeedDefinition("pier-" + number, List.of(Kind.EPISODE), null, null, null)));
        try (Hub hub = new Hub(told -> {
            most.accumulate(inside.incrementAndGet());
            inside.decrementAndGet();
            return 202;
        })) {
            publish(hub);

            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            hub.told().stream().map(Hub.Told::topic).distinct().count() == 30);

            assertThat(most.get()).isLessThanOrEqualTo(2);
            // Two looks fall into a second at most, and find two each.
            assertThat(mostWithinASecond(hub.told())).isGreaterThan(4);
        }
    }

    private static long mostWithinASecond(List<Hub.Told> told) {
        return told.stream()
                .mapToLong(first -> told.stream()
                        .filter(one -> !one.at().isBefore(first.at()))
                        .filter(one -> one.at().isBefore(first.at().plusSeconds(1)))
                        .count())
                .max()
                .orElse(0);
    }

    @Test
    void tellsOfAChangeThatComesWhileTheHubIsToldOfAnother() throws IOException {
        CountDownLatch changed = new CountDownLatch(1);
        try (Hub hub = new Hub(told -> {
            if (told.topic().endsWith(".rss")) {
                pass(changed);
            }
            return 202;
        })) {
            publish(hub);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !hub.toldOf(show.podcastPath()).isEmpty());

            Topics.send(show.episode(2).snapshot());
            awaitText("Tide 2");
            changed.countDown();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(hub.toldOf(show.podcastPath()))
                    .hasSizeGreaterThan(1)
                    .last()
                    .satisfies(told -> assertThat(told.bytes()).contains("Tide 2")));
        }
    }

    @Test
    void tellsTheHubOfAFeedAtTheShowsOwnHostWhenThatHasTheBytes() throws IOException {
        try (Hub hub = new Hub(told -> 202);
                LiveFeed host = new LiveFeed()) {
            host.says("<rss/>");
            show.readAt(host.url());
            publish(hub);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(podcastHub())
                    .containsEntry("waiting", "it is not there yet where readers have the feed"));
            assertThat(hub.toldOfAddress(host.url())).isEmpty();

            host.says(given().get(show.podcastPath()).asString());

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(podcastHub()).containsKey("acknowledgedAt"));
            assertThat(podcastHub()).doesNotContainKeys("waiting", "dueAt");
            assertThat(hub.toldOfAddress(host.url())).singleElement().satisfies(told -> assertThat(told.bytes())
                    .contains("Tide 1"));
        }
    }

    @Test
    void tellsTheHubWhenTheSlowestInstanceServesTheBytes() throws Exception {
        String slow = "slow-" + show.site;
        execute("insert into document_watcher values (?, '3', now() + interval '10 minutes')", slow);
        try (Hub hub = new Hub(told -> 202)) {
            publish(hub);
            await().atMost(Duration.ofSeconds(60)).until(() -> overdue().compareTo(Duration.ofSeconds(3)) > 0);
            // A minute after the change it is told in any case; a machine that stops for so long shows nothing.
            assumeThat(overdue()).isLessThan(Duration.ofSeconds(40));
            assertThat(hub.toldOf(show.podcastPath())).isEmpty();

            execute("delete from document_watcher where instance = ?", slow);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> hub.toldOf(show.podcastPath()).size() == 1);
        } finally {
            execute("delete from document_watcher where instance = ?", slow);
        }
    }

    private Duration overdue() {
        Object due = podcastHub().get("dueAt");
        return due == null ? Duration.ZERO : Duration.between(Instant.parse((String) due), Instant.now());
    }

    private void execute(String sql, String instance) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, instance);
            statement.executeUpdate();
        }
    }

    private Map<String, Object> podcastHub() {
        return hubs().stream()
                .filter(hub -> "podcast.rss".equals(hub.get("file")))
                .findFirst()
                .orElse(Map.of());
    }

    private static void pass(CountDownLatch latch) {
        try {
            // Not for ever: where the test has failed, nobody counts down.
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(Hub hub) {
        show.toldTo(hub.address());
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        awaitText("Tide 1");
    }

    private void awaitText(String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get(show.podcastPath()).then().statusCode(200).body(containsString(text)));
    }

    private List<Map<String, Object>> hubs() {
        return given().header("Authorization", "Bearer " + Backends.TOKEN)
                .queryParam("site", show.site)
                .get("/api/v1/feeds")
                .then()
                .statusCode(200)
                .extract()
                .path("feeds.find { it.feed == 'podcast' }.hubs");
    }
}
