package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commitcast.endtoend.SiteView.Episode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A show whose archive was never searched: what people said of it is found, proposed in one branch that changes one line
 * of each document, and stays quiet when that is merged.
 *
 * <p>The proof runs on a show of 179 episodes of our own, or on any repository: {@code -Dbackfill.repository=DIR
 * -Dbackfill.branch=main -Dbackfill.source=reddit}, the source being the one for which its documents have a placeholder.
 */
@Tag("proof")
class BackfillTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SOURCE = System.getProperty("backfill.source", "hackernews");

    private static Path folder;
    private static Installation installation;
    private static Commitcast commitcast;
    private static DiscussionServer source;
    private static MastodonServer mastodon;

    @BeforeAll
    static void install(@TempDir Path temporary) {
        folder = temporary;
        source = SOURCE.equals("reddit") ? new RedditServer() : new HackerNewsServer();
        mastodon = new MastodonServer();
        installation = Installation.asking(folder, source);
        commitcast = new Commitcast(installation);
    }

    @AfterAll
    static void end() {
        installation.close();
        source.close();
        mastodon.close();
    }

    @Test
    void whatIsFoundInAnArchiveIsProposedTogetherAndStaysQuietOnceItIsMerged() {
        try (ContentRepository repository = LampArchive.in(folder.resolve("some"), 12)) {
            prove("some", repository, 4, SOON);
        }
    }

    @Test
    void sixtyOfAnArchiveOf179AreProposedTogetherAndStayQuietOnceTheyAreMerged() {
        String given = System.getProperty("backfill.repository");
        try (ContentRepository repository = given == null
                ? LampArchive.in(folder.resolve("many"), 179)
                : ContentRepository.in(folder.resolve("given"))
                        .take(Path.of(given), System.getProperty("backfill.branch", "main"))) {
            prove("many", repository, 60, Duration.ofMinutes(20));
        }
    }

    private static void prove(String site, ContentRepository repository, int discussed, Duration patience) {
        repository.push("Begin");
        CommandLineGit forge = new CommandLineGit(repository.origin());
        try (GitHubServer github = new GitHubServer(repository)) {
            register(site, github);
            SiteView view = new SiteView(commitcast, site);
            List<Episode> episodes = view.episodes();
            String begun = forge.run("rev-parse", "main").get(0);
            List<Episode> waiting =
                    episodes.stream().filter(waitsIn(repository)).toList();
            Map<String, String> threads = new LinkedHashMap<>();
            Map<String, String> links = new LinkedHashMap<>();
            // Spread over all the years.
            for (int i = 0; i < discussed; i++) {
                Episode episode = waiting.get(i * waiting.size() / discussed);
                threads.put(episode.page(), source.post(episode.title(), episode.page()));
                links.put(episode.path(), threads.get(episode.page()));
            }

            // What would come of it, without anything coming of it.
            int before = source.searches().size();
            Backfill dry = Backfill.begin(commitcast, site, source, true).awaitDone(patience);
            assertThat(dry.found("ACCEPTED")).isEqualTo(threads);
            assertThat(dry.progress()).isSorted().anyMatch(finished -> finished > 0 && finished < dry.searches());
            assertThat(view.threads()).doesNotContainAnyElementsOf(threads.values());
            List<String> asked = searchesAfter(before);
            assertThat(asked).doesNotHaveDuplicates();

            Backfill backfill = Backfill.begin(commitcast, site, source, false).awaitDone(patience);
            assertThat(backfill.found("KNOWN")).isEqualTo(threads);
            assertThat(backfill.progress()).isSorted();
            assertThat(searchesAfter(before + asked.size())).containsExactlyInAnyOrderElementsOf(asked);

            // One branch with one commit, one line in each file, one request to merge it.
            await().atMost(SOON).until(() -> github.pulls().size() == 1);
            GitHubServer.Pull pull = github.pulls().get(0);
            assertThat(pull.base()).isEqualTo("main");
            assertThat(branches(forge)).containsExactlyInAnyOrder("main", pull.head());
            assertThat(forge.run("rev-list", "main.." + pull.head())).hasSize(1);
            assertThat(forge.run("rev-parse", "main")).containsExactly(begun);
            assertThat(forge.run("diff", "--numstat", "main", pull.head()))
                    .containsExactlyInAnyOrderElementsOf(
                            links.keySet().stream().map(path -> "1\t1\t" + path).toList());
            links.forEach((path, thread) -> {
                assertThat(changed(forge, pull, path, "-")).matches("-# ?" + source.platform() + ":.*");
                assertThat(changed(forge, pull, path, "+"))
                        .matches("\\+" + source.platform() + ": ('?)" + Pattern.quote(thread) + "\\1(\\s*#.*)?\\s*");
                assertThat(pull.body()).contains("`" + path + "`", thread);
            });

            String merged = repository.merge(pull.head());
            commitcast.pushHook(site, merged).then().statusCode(202);
            JsonPath receipt = commitcast.receipt(site, merged, "feed");
            assertThat(receipt.getList("items.path", String.class)).containsExactlyInAnyOrderElementsOf(links.keySet());
            assertThat(receipt.getList("items.quiet", Boolean.class)).containsOnly(true);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(view.proposals()).containsExactly("merged"));
            assertThat(view.threads()).containsAll(threads.values());

            // From now on they are the documents' own: whoever takes one out there takes the thread back. What comes
            // next
            // is said, and nothing else.
            String path = links.keySet().iterator().next();
            String gone = links.get(path);
            repository.write(
                    path,
                    repository
                            .read(path)
                            .lines()
                            .filter(line -> !line.contains(gone))
                            .collect(Collectors.joining("\n")));
            repository.write("_episodes/next.md", next());
            String last = repository.push("Episode: the next one");
            commitcast.pushHook(site, last).then().statusCode(202);
            commitcast.receipt(site, last, "announced");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(said(site)).singleElement().asString().contains("The next one"));
            assertThat(commitcast.announcements(site)).hasSize(1);
            await().atMost(SOON).untilAsserted(() -> assertThat(view.threads()).doesNotContain(gone));
            threads.values().remove(gone);
            assertThat(view.threads()).containsAll(threads.values());
            assertThat(forge.run("rev-parse", "main")).containsExactly(last);
            assertThat(branches(forge)).containsExactlyInAnyOrder("main", pull.head());
            assertThat(github.pulls()).hasSize(1);
            assertThat(github.refusals()).isEmpty();

            // Those that have a thread are searched no more.
            Backfill again = Backfill.begin(commitcast, site, source, true);
            assertThat(again.searches()).isEqualTo(dry.searches() + 2 - discussed);
            again.cancel();
            commitcast.ingest().delete("/api/v1/sites/" + site).then().statusCode(204);
        }
    }

    private static void register(String site, GitHubServer github) {
        commitcast
                .ingest()
                .body(Map.of(
                        "repository", Map.of("url", github.repository(), "token", GitHubServer.TOKEN),
                        "webhook", Map.of("secret", Commitcast.WEBHOOK_SECRET),
                        "gate", "feed",
                        "writeBack", Map.of("proposal", Map.of("forge", "github"))))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        commitcast.announceOn(mastodon, site);
        await().atMost(SOON).until(() -> commitcast.rss(site, "podcast").statusCode() == 200);
    }

    private static Predicate<Episode> waitsIn(ContentRepository repository) {
        return episode -> repository
                .read(episode.path())
                .lines()
                .anyMatch(line -> line.matches("# ?" + source.platform() + ":.*"));
    }

    private static List<String> searchesAfter(int earlier) {
        List<String> all = source.searches();
        return all.subList(earlier, all.size());
    }

    private static List<String> branches(CommandLineGit forge) {
        return forge.run("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads");
    }

    private static String changed(CommandLineGit forge, GitHubServer.Pull pull, String path, String sign) {
        return forge.run("diff", "-U0", "main", pull.head(), "--", path).stream()
                .filter(line -> line.startsWith(sign) && !line.startsWith(sign.repeat(3)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(String site) {
        return commitcast.announcements(site).stream()
                .filter(row -> "SENT".equals(row.get("status")))
                .map(row -> String.valueOf(row.get("text")))
                .toList();
    }

    private static String next() {
        return HarbourRadio.episode(
                "The next one",
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
