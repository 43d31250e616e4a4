package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources are asked for the same thing once, however many instances there are, and what one of them was at when it was
 * killed is done by another, or by itself once it is back. An instance makes one call of a kind at a time: two that are
 * under way are of two instances.
 */
@Tag("proof")
class SharedSearchTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Longer than a call may be under way before others take it over, by less than until young items are looked for again. */
    private static final Duration AFTER_THE_LEASE = Duration.ofMinutes(3);

    private static final Clock CLOCK = Clock.systemUTC();

    private static Path folder;
    private static HackerNewsServer hackerNews;
    private static LobstersServer lobsters;
    private static Installation installation;
    private static Commitcast commitcast;

    @BeforeAll
    static void install(@TempDir Path temporary) {
        folder = temporary;
        hackerNews = new HackerNewsServer();
        lobsters = new LobstersServer();
        installation = Installation.asking(folder, hackerNews, lobsters);
        commitcast = new Commitcast(installation);
    }

    @AfterAll
    static void end() {
        installation.close();
        hackerNews.close();
        lobsters.close();
    }

    /** A test that failed half-way must not make the next one fail. */
    @AfterEach
    void heal() {
        installation.heal();
    }

    private static Show show(String site, int episodes, Instant date) {
        return Show.in(commitcast, folder.resolve(site), episodes, date);
    }

    private static List<JsonNode> told(Show show) {
        return new DiscussionsTopic(installation.bootstrapServers()).of(show.site());
    }

    private static Instant today() {
        return CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant longAgo() {
        return Instant.parse("2024-01-20T06:00:00Z");
    }

    private static void awaitTwoAtOnce(Calls.Held held) {
        await().atMost(SOON).until(() -> held.hasCome() && held.beside() > 0);
        held.release();
    }

    @Test
    void twoInstancesAskForEachThingOnceAndKeepTheLimitsTogether() {
        Calls.Held search = hackerNews.searched().holdNext(asked -> asked.contains("young"));
        try (ServiceProcess second = installation.another(Service.NOTIFY);
                Show young = show("young", 16, today())) {
            List<String> stories = IntStream.range(0, 16)
                    .mapToObj(number -> hackerNews.post(young.title(number), young.page(number)))
                    .map(thread -> thread.replaceFirst(".*=", ""))
                    .toList();
            List<String> atLobsters = IntStream.range(0, 4)
                    .mapToObj(number -> lobsters.post(young.title(number), young.page(number)))
                    .map(thread -> thread.split("/", -1)[4])
                    .toList();
            Calls.Held look = hackerNews.looked().holdNext(stories::contains);
            young.register(false);
            awaitTwoAtOnce(search);
            awaitTwoAtOnce(look);

            // More than Lobsters takes in a minute.
            await().atMost(AFTER_THE_LEASE)
                    .until(() -> young.asked(hackerNews.searched()).size() >= 32
                            && young.asked(lobsters.searched()).size() >= 32
                            && hackerNews.looked().all().containsAll(stories)
                            && lobsters.looked().all().containsAll(atLobsters)
                            && told(young).size() >= 20);
            assertThat(young.asked(hackerNews.searched())).containsExactlyInAnyOrderElementsOf(young.addresses());
            assertThat(young.asked(lobsters.searched())).containsExactlyInAnyOrderElementsOf(young.addresses());
            assertThat(hackerNews.looked().all().stream().filter(stories::contains))
                    .containsExactlyInAnyOrderElementsOf(stories);
            assertThat(lobsters.looked().all().stream().filter(atLobsters::contains))
                    .containsExactlyInAnyOrderElementsOf(atLobsters);
            assertThat(lobsters.refusals()).isZero();
            assertThat(told(young))
                    .hasSize(20)
                    .extracting(state -> state.path("contentId").asText() + " "
                            + state.path("revision").asInt())
                    .doesNotHaveDuplicates();
            commitcast.ingest().delete("/api/v1/sites/young").then().statusCode(204);

            sharesABackfill();
            assertThat(second.process().isAlive()).isTrue();
        }
    }

    private static void sharesABackfill() {
        try (Show old = show("old", 20, longAgo()).register(false)) {
            old.awaitKnown();
            for (int number = 0; number < 6; number++) {
                hackerNews.post(old.title(number), old.page(number));
            }
            Calls.Held search = hackerNews.searched().holdNext(old.addresses()::contains);
            Backfill backfill = Backfill.begin(commitcast, "old", hackerNews, false);
            awaitTwoAtOnce(search);

            backfill.awaitDone(SOON);
            assertThat(old.asked(hackerNews.searched())).containsExactlyInAnyOrderElementsOf(old.addresses());
            await().atMost(SOON).untilAsserted(() -> assertThat(told(old)).hasSize(6));
            assertThat(told(old))
                    .extracting(state -> state.path("contentId").asText())
                    .doesNotHaveDuplicates();
            assertThat(told(old))
                    .extracting(state ->
                            state.path("threads").path(0).path("proposal").asText())
                    .containsOnly(backfill.view().getString("proposal"));
        }
    }

    @Test
    void whatAKilledInstanceWasAtIsDoneByTheOtherOnceTheLeaseIsOver() {
        try (ServiceProcess second = installation.another(Service.NOTIFY);
                Show show = show("lost", 4, longAgo()).register(false)) {
            show.awaitKnown();
            String searched = hackerNews.post(show.title(0), show.page(0));
            String followed = hackerNews.post(show.title(1), "https://elsewhere.example/" + show.title(1));
            String proposed = lobsters.post(show.title(2), show.page(2));
            second.process().signal("STOP");
            Calls.Held search = hackerNews.searched().holdNext(show.page(0)::equals);
            String id = followed.replaceFirst(".*=", "");
            Calls.Held look = hackerNews.looked().holdNext(id::equals);
            Calls.Held backfill = lobsters.searched().holdNext(show.page(2)::equals);

            commitcast
                    .notifying()
                    .body(Map.of("site", "lost", "item", show.page(0)))
                    .post("/api/v1/discussions/search")
                    .then()
                    .statusCode(202);
            commitcast
                    .notifying()
                    .body(Map.of("site", "lost", "item", show.page(1), "url", followed))
                    .post("/api/v1/discussions")
                    .then()
                    .statusCode(201);
            Backfill begun = Backfill.begin(commitcast, "lost", lobsters, false);
            await().atMost(SOON).until(() -> search.hasCome() && look.hasCome() && backfill.hasCome());
            installation.kill(Service.NOTIFY);
            Stream.of(search, look, backfill).forEach(Calls.Held::release);
            second.process().signal("CONT");

            await().atMost(AFTER_THE_LEASE)
                    .until(() -> Stream.of(searched, followed, proposed).allMatch(thread -> isTold(show, thread)));
            installation.restart(Service.NOTIFY);
            begun.awaitDone(SOON);
            assertThat(show.asked(hackerNews.searched()))
                    .containsExactlyInAnyOrder(show.page(0), show.page(0), show.audio(0));
            assertThat(hackerNews.looked().all().stream().filter(id::equals)).hasSize(2);
            // Once for the item, once for the archive; and the one that was under way.
            assertThat(show.asked(lobsters.searched()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    show.addresses().stream(), Stream.of(show.page(0), show.audio(0), show.page(2)))
                            .toList());
            Duration lease = Duration.ofSeconds(110);
            assertThat(hackerNews.searched().apart(show.page(0))).isGreaterThan(lease);
            assertThat(hackerNews.looked().apart(id)).isGreaterThan(lease);
            assertThat(lobsters.searched().apart(show.page(2))).isGreaterThan(lease);
            assertThat(told(show))
                    .extracting(state -> state.path("contentId").asText() + " "
                            + state.path("revision").asInt())
                    .doesNotHaveDuplicates();
        }
    }

    /** Whether its score is known, which nobody gives by hand. */
    private static boolean isTold(Show show, String url) {
        return told(show).stream()
                .flatMap(state -> Stream.of(
                        state.path("threads").path(0), state.path("threads").path(1)))
                .anyMatch(thread -> thread.path("url").asText().equals(url)
                        && thread.path("score").asInt() == 12);
    }

    @Test
    void aKilledBackfillGoesOnWhereItWasOnceTheServiceIsBack() {
        try (Show show = show("resumed", 12, longAgo()).register(true)) {
            show.awaitKnown();
            for (int number = 3; number < 7; number++) {
                hackerNews.post(show.title(number), show.page(number));
            }
            Calls.Held search = hackerNews.searched().holdNext(show.page(5)::equals);
            Backfill backfill = Backfill.begin(commitcast, "resumed", hackerNews, false);
            await().atMost(SOON).until(search::hasCome);
            int finished = backfill.finished();
            assertThat(finished).isBetween(1, 11);
            installation.kill(Service.NOTIFY);
            search.release();

            installation.restart(Service.NOTIFY);
            backfill.awaitDone(AFTER_THE_LEASE);

            assertThat(backfill.progress()).isSorted().allMatch(now -> now >= finished);
            assertThat(show.asked(hackerNews.searched()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(show.addresses().stream(), Stream.of(show.page(5)))
                                    .toList());
            assertThat(backfill.found("KNOWN").keySet())
                    .containsExactlyInAnyOrder(show.page(3), show.page(4), show.page(5), show.page(6));
            CommandLineGit git = new CommandLineGit(show.repository().origin());
            String branch = "commitcast/discussions-" + backfill.view().getString("proposal");
            await().atMost(SOON).until(() -> git.succeeds("rev-parse", "--verify", "refs/heads/" + branch));
            assertThat(git.run("rev-list", "main.." + branch)).hasSize(1);
            assertThat(git.run("diff", "--name-only", "main", branch)).hasSize(4);
        }
    }
}
