package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which pushes are seen, by whom, and how often. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushesTest {
    private static final String POND = "_episodes/2024-03-03-pond.md";

    @Inject
    MeterRegistry metrics;

    private TestRepository repository;
    private String site;
    private String begin;

    @BeforeEach
    void aShow() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1));
        begin = repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private void deliver(String delivery, String commit) {
        String body = "{\"ref\": \"refs/heads/main\", \"after\": \"" + commit + "\"}";
        SiteCalls.deliver(site, delivery, body, SiteCalls.sign(body)).then().statusCode(202);
    }

    private void forceTo(String commit) throws Exception {
        repository.resetTo(commit);
        repository.push(true);
    }

    private void awaitItems(int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(count));
    }

    private void awaitHead(String commit) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        assertThat(SiteCalls.get(site).getString("lastCommit")).isEqualTo(commit));
    }

    /** The sweep looks at a site with webhooks each quarter of an hour; this does not take as long. */
    @Test
    void followsBranchThatIsForcedForthAndBackEachTimeItIsTold() throws Exception {
        SiteCalls.register(site, repository);
        String added = repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Add");
        deliver("first", added);
        awaitHead(added);

        forceTo(begin);
        deliver("second", begin);
        awaitHead(begin);
        forceTo(added);
        deliver("third", added);
        awaitHead(added);
        forceTo(begin);
        deliver("second", begin);
        awaitHead(begin);

        assertThat(Database.count("select count(*) from delivery where source = 'github' and site = '" + site + "'"))
                .isEqualTo(3);
    }

    @Test
    void looksAgainWhenDeliveryIsReplayed() throws Exception {
        SiteCalls.register(site, repository);
        deliver("one", begin);
        String added = repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Add");
        long id = SiteCalls.admin()
                .get("/api/v1/deliveries?site=" + site)
                .jsonPath()
                .getLong("deliveries.find { it.delivery == 'one' }.id");

        SiteCalls.admin().post("/api/v1/deliveries/" + id + "/replay").then().statusCode(202);
        awaitHead(added);

        SiteCalls.admin().post("/api/v1/deliveries/0/replay").then().statusCode(404);
    }

    @Test
    void takesPushesThatComeWhileAnotherInstanceWorksInOneRound() throws Exception {
        SiteCalls.register(site, repository);
        Database.execute(
                "update site_work set holder = 'another', lease_until = now() + interval '1 hour' where site = '" + site
                        + "'");
        List<String> commits = new ArrayList<>();
        for (int number = 3; number < 6; number++) {
            commits.add(repository
                    .write(
                            "_episodes/2024-03-0" + number + "-more-" + number + ".md",
                            Samples.episode("More " + number, number))
                    .commitAndPush("Episode " + number));
            SiteCalls.pushed(site, commits.get(commits.size() - 1));
        }
        assertThat(SiteCalls.get(site).getString("lastCommit")).isEqualTo(begin);

        // The other instance goes silent.
        Database.execute("update site_work set lease_until = now() - interval '1 second' where site = '" + site + "'");

        for (String commit : commits) {
            assertThat(SiteCalls.receipt(site, commit).getString("head")).isEqualTo(commits.get(2));
        }
        awaitItems(4);
    }

    @Test
    void leavesSiteToTheInstanceThatWorksOnIt() throws Exception {
        SiteCalls.register(site, repository);
        String added = repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Add");
        Instant until = Instant.now().plusSeconds(2);
        Database.execute(
                "update site_work set holder = 'another', lease_until = '%s' where site = '%s'".formatted(until, site));

        deliver("one", added);
        awaitHead(added);

        assertThat(Database.count("select count(*) from site_work where site = '%s' and attempted_at >= '%s'"
                        .formatted(site, until)))
                .isEqualTo(1);
    }

    @Test
    void waitsForNoRepositoryThatHangs() throws Exception {
        SiteCalls.register(site, repository);
        List<String> hanging = new ArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 40; i++) {
                String name = SiteCalls.freshName();
                hanging.add(name);
                SiteCalls.put(name, "http://localhost:" + silent.getLocalPort() + "/show.git", "");
            }
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> Database.count("select count(*) from site_work where holder is not null and site in ('"
                                    + String.join("', '", hanging) + "')")
                            >= 12);

            String added =
                    repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Add");
            deliver("one", added);
            awaitHead(added);

            // Not all: some may have been waited for long enough by now.
            assertThat(hanging)
                    .anyMatch(name -> SiteCalls.get(name).getString("status").equals("importing"));
        } finally {
            hanging.forEach(name -> SiteCalls.admin().delete("/api/v1/sites/" + name));
        }
    }

    @Test
    void findsPushThatNoWebhookToldOfAndCountsIt() throws Exception {
        SiteCalls.register(site, repository);
        double before = found();
        String added = repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Add");

        Database.execute("update site_work set next_look_at = now() where site = '" + site + "'");
        awaitHead(added);

        // Other repositories of these tests may be looked at just now.
        assertThat(found()).isGreaterThan(before);
    }

    private double found() {
        return metrics.get("commitcast.pushes.found.by.sweep")
                .tags("webhooks", "yes")
                .counter()
                .count();
    }

    @Test
    void saysForHowLongServerWantsToBeLeftAlone() throws IOException {
        try (BusyServer busy = new BusyServer()) {
            SiteCalls.put(site, busy.url(), "").then().statusCode(201);

            var shown = SiteCalls.awaitStatus(site, "failing");

            assertThat(shown.getString("reason")).contains("left alone");
            assertThat(Database.count("select count(*) from site_work where site = '" + site
                            + "' and next_attempt_at > now() + interval '10 minutes'"))
                    .isEqualTo(1);
        } finally {
            SiteCalls.admin().delete("/api/v1/sites/" + site);
        }
    }
}
