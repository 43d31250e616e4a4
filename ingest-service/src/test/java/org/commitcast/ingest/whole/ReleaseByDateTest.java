package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.contentevents.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that come out, and go, when their own dates say so and nobody pushes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReleaseByDateTest {
    /** What a release may be late by on a machine that does much else. */
    private static final Duration ON_TIME = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofSeconds(60);

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aHugoSite() throws Exception {
        repository = TestRepository.fresh()
                .write(
                        "hugo.toml",
                        """
                        baseURL = "https://tides.example/"
                        title = "Tides"
                        """)
                .write("content/posts/first.md", post("First", "date = 2024-01-01\naliases = ['/old/first/']"));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
        SiteCalls.register(site, repository);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static String post(String title, String dates) {
        return "+++\ntitle = \"%s\"\n%s\n+++\nWords\n".formatted(title, dates);
    }

    private static Instant inSeconds(int seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<ContentSnapshot> titled(String title) {
        return Topics.content(site).stream()
                .filter(snapshot -> snapshot.title().equals(title))
                .findFirst();
    }

    private List<ContentSnapshot> told(String title) {
        return Topics.all(site, Topic.CONTENT, ContentSnapshot.class).stream()
                .filter(snapshot -> snapshot.title().equals(title))
                .toList();
    }

    private void pushed(String message) throws Exception {
        String commit = repository.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
    }

    @Test
    void releasesAndWithdrawsOnTime() throws Exception {
        Instant from = inSeconds(5);
        Instant until = from.plusSeconds(12);
        repository.write(
                "content/posts/later.md",
                post("Later", "date = 2024-02-01\npublishDate = %s\nexpiryDate = %s".formatted(from, until)));
        pushed("Prepare");

        await().atMost(SOON).until(() -> told("Later").size() == 2);
        ContentSnapshot out = told("Later").get(0);
        ContentSnapshot gone = told("Later").get(1);

        assertThat(out.status()).isEqualTo(Status.PUBLISHED);
        assertThat(out.occurredAt()).isBetween(from, from.plus(ON_TIME));
        assertThat(out.cause()).isEqualTo(Cause.CONTENT);
        assertThat(out.baseline()).isFalse();
        assertThat(out.date()).isEqualTo(Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(gone.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(gone.occurredAt()).isBetween(until, until.plus(ON_TIME));
        assertThat(gone.cause()).isEqualTo(Cause.CONTENT);
        assertThat(gone.revision()).isEqualTo(2);
    }

    @Test
    void releasesOnTimeWhileTheForgeIsAway() throws Exception {
        Instant from = inSeconds(6);
        repository.write("content/posts/later.md", post("Later", "date = " + from));
        pushed("Prepare");
        repository.renameSharedBranch("other");
        SiteCalls.admin().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);
        SiteCalls.awaitStatus(site, "failing");

        await().atMost(SOON).until(() -> titled("Later").isPresent());

        assertThat(titled("Later").orElseThrow().occurredAt()).isBetween(from, from.plus(ON_TIME));
    }

    @Test
    void releasesOnTimeWhileTheForgeIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Instant from = inSeconds(6);
            repository.write("content/posts/later.md", post("Later", "date = " + from));
            pushed("Prepare");
            SiteCalls.put(site, "http://localhost:" + silent.getLocalPort() + "/show.git", "");
            await().atMost(SOON).untilAsserted(() -> assertThat(Database.count(
                            "select count(*) from site_work where holder is not null and site = '" + site + "'"))
                    .isEqualTo(1));

            await().atMost(SOON).until(() -> titled("Later").isPresent());

            assertThat(titled("Later").orElseThrow().occurredAt()).isBetween(from, from.plus(ON_TIME));
        } finally {
            SiteCalls.admin().delete("/api/v1/sites/" + site);
        }
    }

    @Test
    void releasesOnTimeWhileTheForgeWantsToBeLeftAlone() throws Exception {
        try (BusyServer busy = new BusyServer()) {
            Instant from = inSeconds(8);
            repository.write("content/posts/later.md", post("Later", "date = " + from));
            pushed("Prepare");
            SiteCalls.put(site, busy.url(), "");
            SiteCalls.awaitStatus(site, "failing");
            int asked = busy.asked();
            SiteCalls.pushed(site, repository.sharedHead());

            await().atMost(SOON).until(() -> titled("Later").isPresent());

            assertThat(titled("Later").orElseThrow().occurredAt()).isBetween(from, from.plus(ON_TIME));
            assertThat(busy.asked()).isEqualTo(asked);
        } finally {
            SiteCalls.admin().delete("/api/v1/sites/" + site);
        }
    }

    @Test
    void findsPushesAfterAReleaseThatMetNoForge() throws Exception {
        // Later than the push is worked on and the branch is away, also on a machine that does much else.
        Instant from = inSeconds(12);
        repository.write("content/posts/later.md", post("Later", "date = " + from));
        pushed("Prepare");
        repository.renameSharedBranch("other");

        // Nobody delivers, as at a site without webhooks: the round that fails is the release's own.
        await().atMost(SOON).until(() -> titled("Later").isPresent());
        SiteCalls.awaitStatus(site, "failing");
        repository.restoreSharedBranch("other");
        repository.write("content/posts/next.md", post("Next", "date = 2024-03-01"));
        repository.commitAndPush("Go on");
        Database.execute("update site_work set next_attempt_at = now() where site = '" + site + "'");

        await().atMost(SOON).until(() -> titled("Next").isPresent());
    }

    @Test
    void neverImportsWhatIsOver() throws Exception {
        repository.write("content/posts/over.md", post("Over", "date = 2024-01-01\nexpirydate = 2024-02-01"));
        pushed("Add what is over");

        assertThat(titled("Over")).isEmpty();
        assertThat(SiteCalls.items(site).getList("items.title")).contains("First");
    }

    @Test
    void knowsEarlierAddressesOfADocument() {
        assertThat(titled("First").orElseThrow().earlierUrls()).containsExactly("https://tides.example/old/first/");
    }

    @Test
    void recomputesWhatADefinitionChangesAndSaysWhoSaidWhat() {
        SiteCalls.put(
                        site,
                        repository.url(),
                        ", \"linkPattern\": \"/:section/:year/:slug/\", \"fields\": {\"clip\": \"enclosure\"}")
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> titled("First").orElseThrow().revision() == 2);

        ContentSnapshot first = titled("First").orElseThrow();
        var definition = SiteCalls.get(site);
        assertThat(first.cause()).isEqualTo(Cause.DEFINITION);
        assertThat(first.url()).isEqualTo("https://tides.example/posts/2024/first/");
        assertThat(first.earlierUrls())
                .containsExactlyInAnyOrder("https://tides.example/old/first/", "https://tides.example/posts/first/");
        assertThat(definition.getString("definition.generator.value")).isEqualTo("hugo");
        assertThat(definition.getString("definition.generator.origin")).isEqualTo("hugo.toml");
        assertThat(definition.getString("definition.linkPattern.origin")).isEqualTo("definition");
        assertThat(definition.getList("definition.fields.value.enclosure")).containsExactly("clip");
    }
}
