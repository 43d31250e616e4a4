package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After each pushed commit the feed equals, field by field, that of a fresh import of the same commit which adopts the
 * feed before it. Runs on a history of our own, or on any repository: {@code -Dhistory.repository=DIR
 * -Dhistory.branch=main -Dhistory.last=50 -Dhistory.site=FILE}, the file being the site's definition in JSON. With
 * {@code -Dhistory.kept=FILE} the last feed is written there, to be compared with another.
 */
@Tag("proof")
class HistoryReplayTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path folder;
    private static Installation installation;
    private static Commitcast commitcast;

    @BeforeAll
    static void install(@TempDir Path temporary) {
        folder = temporary;
        installation = Installation.in(folder);
        commitcast = new Commitcast(installation);
    }

    @AfterAll
    static void end() {
        installation.close();
    }

    @Test
    void theFeedAfterEachPushEqualsAFreshImportThatAdoptsTheFeedBefore() throws IOException {
        try (History history = history()) {
            List<String> commits = history.commits();
            int begin = begin(commits);
            Path origin = folder.resolve("replayed.git");
            String url = history.pushTo(origin, commits.get(begin - 1));
            register("replayed", url, null);
            awaitFeed("replayed");
            for (int i = begin; i < commits.size(); i++) {
                Path before = Files.write(folder.resolve("before.rss"), podcast("replayed"));
                push(history, origin, "replayed", commits.get(i));

                String fresh = "fresh-" + i;
                register(fresh, history.pushTo(folder.resolve(fresh + ".git"), commits.get(i)), before);
                awaitFeed(fresh);
                int number = i;
                await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(
                                FeedFields.of(podcast("replayed")))
                        .as("feed after commit %d of %d, %s", number + 1, commits.size(), commits.get(number))
                        .isEqualTo(FeedFields.of(podcast(fresh))));
                commitcast.ingest().delete("/api/v1/sites/" + fresh).then().statusCode(204);
            }
        }
    }

    @Test
    void noGuidChangesWhileAHistoryIsPushedCommitByCommit() throws IOException {
        try (History history = history()) {
            List<String> commits = history.commits();
            int begin = begin(commits);
            Path origin = folder.resolve("walked.git");
            register("walked", history.pushTo(origin, commits.get(begin - 1)), null);
            for (int i = begin; i < commits.size(); i++) {
                Set<String> gone = guids("walked");
                push(history, origin, "walked", commits.get(i));
                gone.removeAll(guids("walked"));

                assertThat(gone)
                        .as("guids that left with commit %d of %d, %s", i + 1, commits.size(), commits.get(i))
                        .hasSizeLessThanOrEqualTo(history.deletedBy(commits.get(i)));
            }
            String kept = System.getProperty("history.kept");
            if (kept != null) {
                Files.write(Path.of(kept), podcast("walked"));
            }
        }
    }

    private static int begin(List<String> commits) {
        return Math.max(1, commits.size() - Integer.getInteger("history.last", 50));
    }

    /** Returns when the feed holds it. */
    private static void push(History history, Path origin, String site, String commit) {
        history.pushTo(origin, commit);
        commitcast.pushHook(site, commit).then().statusCode(202);
        commitcast.receipt(site, commit, "feed");
    }

    private static History history() {
        String given = System.getProperty("history.repository");
        if (given != null) {
            return History.of(Path.of(given), System.getProperty("history.branch", "main"));
        }
        return History.of(harbourRadioHistory(), "main");
    }

    /** Edits, a move with a slug that keeps the address, a correction of the date, a deletion and a return. */
    private static Path harbourRadioHistory() {
        Path own = folder.resolve("own");
        try (ContentRepository repository = HarbourRadio.in(own, "https://harbour.example")) {
            repository.push("Begin");
            repository.write("_episodes/2026-03-02-fog.md", HarbourRadio.episode("Fog", "2026-03-02T06:00:00Z"));
            repository.push("Episode: fog");
            repository.move("_episodes/2026-03-02-fog.md", "_episodes/2026/2026-03-02-thick-fog.md");
            repository.push("Sort by year");
            repository.write(
                    "_episodes/2026-02-02-net-menders.md",
                    repository.read("_episodes/2026-02-02-net-menders.md").replace("22380544", "22380545"));
            repository.push("Correct a length");
            repository.write("_config.yml", repository.read("_config.yml").replace("by the sea", "by the water"));
            repository.push("Say it better");
            repository.write("_episodes/2026-04-06-gulls.md", HarbourRadio.episode("Gulls", "2026-04-06T06:00:00Z"));
            repository.write(
                    "_episodes/2026-01-05-tide-tables.md",
                    repository.read("_episodes/2026-01-05-tide-tables.md").replace("[@00:10]", "[@00:15]"));
            repository.push("Episode: gulls, and a time corrected");
        }
        return own.resolve("origin.git");
    }

    private static void register(String site, String repository, @Nullable Path adopt) throws IOException {
        String given = System.getProperty("history.site");
        ObjectNode definition = given == null
                ? JSON.createObjectNode()
                : (ObjectNode) JSON.readTree(Path.of(given).toFile());
        definition.withObject("/repository").put("url", repository);
        definition.withObject("/webhook").put("secret", Commitcast.WEBHOOK_SECRET);
        if (adopt != null) {
            definition.put("adopt", adopt.toUri().toString());
        }
        commitcast
                .ingest()
                .body(definition.toString())
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        await().atMost(SOON).until(() -> "ready"
                .equals(commitcast
                        .ingest()
                        .get("/api/v1/sites/" + site)
                        .jsonPath()
                        .getString("status")));
    }

    /** None while there is no such feed, as in the beginning of a history. */
    private static Set<String> guids(String site) {
        Response feed = commitcast.rss(site, "podcast");
        return feed.statusCode() == 200 ? FeedFields.guids(feed.asByteArray()) : new HashSet<>();
    }

    private static void awaitFeed(String site) {
        await().atMost(SOON).until(() -> commitcast.rss(site, "podcast").statusCode() == 200);
    }

    private static byte[] podcast(String site) {
        return commitcast.rss(site, "podcast").asByteArray();
    }
}
