package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.ingest.checkout.GitOverHttp;
import org.commitcast.ingest.proposal.StandInPulls;
import org.commitcast.ingest.site.ForgeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discussions' links that people are to take over. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ProposalTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BRANCH = "commitcast/discussions";
    private static final String PLACEHOLDER = "#reddit: (leave blank until the thread is there)";
    private static final String NO_MAIN =
            "[ \"$1\" != refs/heads/main ] || { echo 'GitLab: protected branch' >&2; exit 1; }\n";

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShow() throws Exception {
        repository = TestRepository.fresh().write("_config.yml", Samples.CONFIG);
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static String path(int number) {
        return "_episodes/2024-03-%02d-night-%02d.md".formatted(number % 28 + 1, number);
    }

    private void episodes(int from, int to) throws Exception {
        for (int number = from; number <= to; number++) {
            repository.write(
                    path(number),
                    Samples.episode("Night " + number, number % 9 + 1)
                            .replace("night-garden-", "night-garden-no-" + number + "-"));
        }
    }

    private void register(int episodes, String more) throws Exception {
        episodes(1, episodes);
        repository.commitAndPush("Begin");
        SiteCalls.register(site, repository);
        say(repository.url(), more);
    }

    private void say(String url, String more) {
        SiteCalls.put(site, url, more).then().statusCode(200);
    }

    private static String url(int number) {
        return "https://www.reddit.com/r/garden/comments/n" + number + "/night/";
    }

    private ContentSnapshot item(int number) {
        return await().atMost(SOON)
                .until(
                        () -> Topics.content(site).stream()
                                .filter(item -> item.path().equals(path(number)))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static DiscussionThread thread(String url) {
        return thread(url, null);
    }

    private static DiscussionThread thread(String url, @Nullable String proposal) {
        return new DiscussionThread("reddit", url, true, Origin.FOUND, null, null, null, Instant.now(), proposal);
    }

    private DiscussionState state(ContentSnapshot item, long revision, DiscussionThread thread) {
        return new DiscussionState(
                site, item.incarnation(), item.contentId(), revision, List.of(thread), Instant.now());
    }

    private void discussed(ContentSnapshot item, int number, @Nullable String proposal) throws Exception {
        Told.send(state(item, 1, thread(url(number), proposal)));
    }

    private void discussed(int number) throws Exception {
        discussed(item(number), number, null);
    }

    private void awaitLinks(int number, String condition) {
        await().atMost(SOON)
                .until(() ->
                        Database.count("select count(*) from write_back where site = '" + site + "' and " + condition)
                                == number);
    }

    private void awaitOver(String state) {
        await().atMost(SOON)
                .until(() -> Database.count(
                                "select count(*) from proposal where site = '" + site + "' and state = '" + state + "'")
                        == 1);
    }

    private String branch(String path) throws Exception {
        return String.join("\n", repository.ask("show", BRANCH + ":" + path));
    }

    private void sync() {
        SiteCalls.admin().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);
    }

    private List<String> findings(String rule) {
        return SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/findings")
                .jsonPath()
                .getList("findings.findAll { it.rule == '" + rule + "' }.message", String.class);
    }

    private List<String> proposals(String field) {
        return SiteCalls.admin()
                .get("/api/v1/sites/" + site + "/proposals")
                .jsonPath()
                .getList("proposals." + field, String.class);
    }

    @Test
    void gathersABackfillInOneBranchByOneCommitWithOneLineInEachFile() throws Exception {
        register(60, "");
        String main = repository.sharedHead();
        await().atMost(SOON).until(() -> Topics.content(site).size() == 60);

        for (ContentSnapshot item : Topics.content(site)) {
            int number = Integer.parseInt(item.path().replaceAll(".*-(\\d+)\\.md$", "$1"));
            discussed(item, number, "backfill");
        }
        awaitLinks(60, "state = 'PROPOSED'");

        assertThat(repository.sharedHead()).isEqualTo(main);
        String branch = BRANCH + "-backfill";
        assertThat(repository.ask("rev-list", "main.." + branch)).hasSize(1);
        assertThat(repository.ask("diff", "--numstat", "main", branch))
                .hasSize(60)
                .allSatisfy(line -> assertThat(line).matches("1\\t1\\t_episodes/.*"));
        assertThat(repository.ask("show", branch + ":" + path(17))).contains("reddit: " + url(17));
        assertThat(proposals("name")).containsExactly("backfill");
        assertThat(proposals("branch")).containsExactly(branch);
        assertThat(proposals("state")).containsExactly("open");

        String merged = repository.merge(branch, true);
        repository.deleteShared(branch);
        SiteCalls.pushed(site, merged);
        awaitLinks(60, "state = 'WRITTEN'");
        awaitOver("MERGED");
        assertThat(SiteCalls.receipt(site, merged).getList("items.quiet", Boolean.class))
                .hasSize(60)
                .containsOnly(true);
    }

    @Test
    void proposesWhatAProtectedBranchRefusesAndTellsWhereToOpenIt() throws Exception {
        register(2, "");
        repository.hook("update", NO_MAIN);
        String main = repository.sharedHead();
        try (GitOverHttp server = new GitOverHttp(repository).wants("x-access-token", "the-token")) {
            say(server.url(), "");
            SiteCalls.admin()
                    .body("{\"repository\": {\"url\": \"" + server.url()
                            + "\", \"token\": \"the-token\"}, \"writeBack\": {\"proposal\": {\"forge\": \"forgejo\","
                            + " \"api\": \"https://elsewhere.invalid/api/v1\"}}}")
                    .put("/api/v1/sites/" + site)
                    .then()
                    .statusCode(200);
            discussed(1);
            awaitLinks(1, "state = 'PROPOSED'");

            assertThat(repository.sharedHead()).isEqualTo(main);
            assertThat(branch(path(1))).contains("reddit: " + url(1));
            assertThat(findings("write-back.refused")).isEmpty();
            await().atMost(SOON).untilAsserted(() -> assertThat(findings("write-back.proposal"))
                    .singleElement()
                    .asString()
                    .contains("no pull request asks for them")
                    .contains("writeBack.proposal.token")
                    .contains("Open it by hand: " + server.url().replace(".git", "") + "/compare/main..." + BRANCH));
            assertThat(findings("write-back.protected"))
                    .singleElement()
                    .asString()
                    .contains("The branch main did not take the discussion links (hook declined (GitLab: protected")
                    .contains("proposed on the branch " + BRANCH);
            var receipt = SiteCalls.receipt(site, main);
            assertThat(receipt.getString("status")).isEqualTo("processed");
            String seen = repository
                    .write("readme.txt", "x")
                    .write(path(1), repository.read(path(1)) + "\nMore.\n")
                    .commit("More");
            repository.hook("update", "exit 0\n");
            repository.push();
            repository.hook("update", NO_MAIN);
            SiteCalls.pushed(site, seen);
            var told = SiteCalls.receipt(site, seen);
            String stage = "items[0].stages.discussed[0].writtenBack.";
            assertThat(told.getString(stage + "how")).isEqualTo("proposed");
            assertThat(told.getString(stage + "branch")).isEqualTo(BRANCH);
            assertThat(told.getString(stage + "proposalState")).isEqualTo("open");
            assertThat(told.getString(stage + "reason")).startsWith("hook declined");
            String page = told.getString("page");
            assertThat(io.restassured.RestAssured.given()
                            .get(page.substring(page.indexOf("/receipts/")))
                            .asString())
                    .contains("its link is proposed on the branch " + BRANCH + ": hook declined");

            // A second one goes onto the same branch, which has not the document's newest state.
            discussed(2);
            awaitLinks(2, "state = 'PROPOSED'");
            assertThat(proposals("branch")).containsExactly(BRANCH);
            assertThat(repository.ask("rev-list", "main.." + BRANCH)).hasSize(2);
        }
    }

    @Test
    void goesOnWithOneBranchAndKeepsWhatPeopleDidThere() throws Exception {
        register(3, ", \"writeBack\": {\"mode\": \"proposal\", \"message\": \"Threads\"}");
        discussed(1);
        discussed(2);
        awaitLinks(2, "state = 'PROPOSED'");
        String ours = repository.sharedHead(BRANCH);
        repository.checkOut(BRANCH);
        repository.write(path(1), repository.read(path(1)).replace("reddit: " + url(1), PLACEHOLDER));
        repository.write(path(2), repository.read(path(2)).replace("Night 2", "Night two"));
        repository.commit("Not this one");
        String theirs = repository.pushTo(BRANCH);
        repository.pull();
        episodes(4, 4);
        String main = repository.commitAndPush("A new one");
        SiteCalls.pushed(site, main);

        discussed(4);
        discussed(3);
        awaitLinks(3, "state = 'PROPOSED'");

        awaitLinks(1, "state = 'LEFT' and url = '" + url(1) + "'");
        assertThat(repository.ask("rev-list", theirs, "--not", BRANCH)).isEmpty();
        assertThat(repository.ask("rev-list", "--no-merges", "--format=%s", "--no-commit-header", "main.." + BRANCH))
                .contains("Threads", "Not this one");
        assertThat(branch(path(1))).contains(PLACEHOLDER);
        assertThat(branch(path(2))).contains("Night two").contains("reddit: " + url(2));
        assertThat(branch(path(3))).contains("reddit: " + url(3));
        assertThat(branch(path(4))).contains("reddit: " + url(4));
        assertThat(repository.sharedHead()).isEqualTo(main);
        assertThat(ours).isNotEqualTo(theirs);

        SiteCalls.pushed(site, repository.merge(BRANCH, false));
        awaitLinks(3, "state = 'WRITTEN'");
        awaitOver("MERGED");

        // What comes later is proposed anew, on a branch of its own: the old one is still there.
        episodes(5, 5);
        SiteCalls.pushed(site, repository.commitAndPush("Another one"));
        discussed(5);
        awaitLinks(1, "state = 'PROPOSED'");
        assertThat(repository.sharedHead(BRANCH + "-2")).isNotEmpty();
        assertThat(proposals("state")).containsExactly("open", "merged");
    }

    @Test
    void doesNotProposeAgainWhatPeopleClosed() throws Exception {
        register(2, ", \"writeBack\": {\"mode\": \"proposal\", \"proposal\": {\"branch\": \"bot/links\"}}");
        discussed(1);
        awaitLinks(1, "state = 'PROPOSED'");
        assertThat(repository.sharedHead("bot/links")).isNotEmpty();
        repository.deleteShared("bot/links");

        sync();

        awaitLinks(1, "state = 'LEFT' and reason = 'The proposal was closed.'");
        awaitOver("CLOSED");
        discussed(2);
        awaitLinks(1, "state = 'PROPOSED'");
        assertThat(repository.ask("diff", "--name-only", "main", "bot/links-2")).containsExactly(path(2));
    }

    @Test
    void opensOnePullRequestAndHearsFromTheForgeThatItIsClosed() throws Exception {
        try (var forge = new StandInPulls(ForgeKind.GITHUB)) {
            register(2, proposing(forge, "a-wrong-token"));
            discussed(1);
            awaitLinks(1, "state = 'PROPOSED'");
            await().atMost(SOON).untilAsserted(() -> assertThat(findings("write-back.proposal"))
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1 answered 401: it does not take the token"));
            assertThat(forge.opened()).isEmpty();

            say(repository.url(), proposing(forge, StandInPulls.TOKEN));
            await().atMost(SOON).untilAsserted(() -> assertThat(proposals("url"))
                    .containsExactly("https://forge.example/show/content/pull/1"));
            assertThat(findings("write-back.proposal")).isEmpty();
            var opened = forge.opened().get(0);
            assertThat(opened.body.path("title").asText()).isEqualTo("Threads of the garden");
            assertThat(opened.body.path("body").asText())
                    .startsWith("Please look.\n\n- `" + path(1) + "`: reddit <" + url(1) + ">\n")
                    .contains("http://ingest.example/receipts/");

            discussed(2);
            awaitLinks(2, "state = 'PROPOSED'");
            forge.decide("closed");
            Database.execute("update proposal set next_attempt_at = now() where site = '" + site + "'");
            awaitLinks(2, "state = 'LEFT'");
            awaitOver("CLOSED");
            assertThat(forge.opened()).hasSize(1);
            assertThat(SiteCalls.get(site).getString("definition.writeBack.value.mode"))
                    .isEqualTo("proposal");
            assertThat(SiteCalls.admin().get("/api/v1/sites/" + site).asString())
                    .doesNotContain(StandInPulls.TOKEN);
        }
    }

    private static String proposing(StandInPulls forge, String token) {
        return """
                , "writeBack": {"mode": "proposal", "proposal": {"title": "Threads of the garden",
                  "body": "Please look.", "forge": "github", "api": "%s", "repository": "show/content",
                  "token": "%s"}}
                """
                .formatted(forge.api(), token);
    }

    private void rejected(int number) throws Exception {
        ContentSnapshot item = item(number);
        Told.send(new DiscussionState(
                site, item.incarnation(), item.contentId(), 2, List.of(), Instant.now(), List.of(url(number))));
    }

    @Test
    void takesALinkOutOfTheProposalThatWasRejectedMeanwhile() throws Exception {
        try (var forge = new StandInPulls(ForgeKind.GITHUB)) {
            register(2, proposing(forge, StandInPulls.TOKEN));
            discussed(1);
            discussed(2);
            awaitLinks(2, "state = 'PROPOSED'");
            await().atMost(SOON).until(() -> forge.opened().size() == 1);
            String ours = repository.sharedHead(BRANCH);

            rejected(1);
            awaitLinks(1, "state = 'LEFT'");

            assertThat(branch(path(1))).isEqualTo(repository.read(path(1)).stripTrailing());
            assertThat(branch(path(2))).contains("reddit: " + url(2));
            assertThat(repository.ask("rev-list", ours, "--not", BRANCH)).isEmpty();
            assertThat(proposals("state")).containsExactly("open");

            // A person brings it back after all.
            ContentSnapshot item = item(1);
            Told.send(state(item, 3, thread(url(1))));
            awaitLinks(2, "state = 'PROPOSED'");
            assertThat(branch(path(1))).contains("reddit: " + url(1));
            Told.send(new DiscussionState(
                    site, item.incarnation(), item.contentId(), 4, List.of(), Instant.now(), List.of(url(1))));
            awaitLinks(1, "state = 'LEFT'");

            rejected(2);
            awaitOver("CLOSED");

            assertThat(repository.ask("diff", "--name-only", "main", BRANCH)).isEmpty();
            await().atMost(SOON).until(() -> forge.state().equals("closed"));
            assertThat(findings("write-back.proposal")).isEmpty();
            assertThat(findings("write-back.refused")).isEmpty();
        }
    }

    @Test
    void keepsWhatPeopleDidToTheDocumentFromWhichALinkIsTakenOut() throws Exception {
        register(1, ", \"writeBack\": {\"mode\": \"proposal\"}");
        discussed(1);
        awaitLinks(1, "state = 'PROPOSED'");
        repository.checkOut(BRANCH);
        repository.write(path(1), repository.read(path(1)).replace("Night 1", "Night one"));
        repository.commit("In words");
        String theirs = repository.pushTo(BRANCH);
        String wanted = repository.read(path(1)).replace("reddit: " + url(1), PLACEHOLDER);

        rejected(1);
        awaitLinks(1, "state = 'LEFT'");

        assertThat(branch(path(1))).isEqualTo(wanted.stripTrailing());
        assertThat(repository.ask("rev-list", theirs, "--not", BRANCH)).isEmpty();
        awaitOver("CLOSED");
    }

    private void assertMergeable() throws Exception {
        assertThat(repository.ask("merge-tree", "--write-tree", "main", BRANCH)).hasSize(1);
    }

    @Test
    void renewsAProposalBesideWhatPeopleDidToTheSameDocuments() throws Exception {
        register(4, ", \"writeBack\": {\"mode\": \"proposal\"}");
        for (int number = 1; number <= 4; number++) {
            discussed(number);
        }
        awaitLinks(4, "state = 'PROPOSED'");
        String ours = repository.sharedHead(BRANCH);
        String own = "https://www.reddit.com/r/garden/comments/own/";
        String moved = path(3).replace("night-03", "night-three");
        repository.write(path(1), repository.read(path(1)).replace(PLACEHOLDER, PLACEHOLDER + "\nsubtitle: Of moths"));
        repository.write(path(2), repository.read(path(2)).replace(PLACEHOLDER, "reddit: " + own));
        repository.move(path(3), moved);
        String main = repository.commitAndPush("By hand");
        assertThat(repository.ask("merge-tree", "--write-tree", "main", BRANCH)).hasSizeGreaterThan(1);

        SiteCalls.pushed(site, main);
        awaitLinks(1, "state = 'LEFT'");
        await().atMost(SOON).until(() -> !repository.sharedHead(BRANCH).equals(ours));

        assertMergeable();
        assertThat(contradictions()).isEmpty();
        assertThat(repository.ask("rev-list", ours, "--not", BRANCH)).isEmpty();
        assertThat(repository.ask("diff", "--name-only", "main", BRANCH)).containsExactly(path(1), moved, path(4));
        assertThat(repository.ask("diff", "--numstat", "main", BRANCH))
                .allSatisfy(line -> assertThat(line).matches("1\\t1\\t.*"));
        assertThat(branch(path(1))).contains("reddit: " + url(1) + "\nsubtitle: Of moths");
        assertThat(branch(path(2))).contains("reddit: " + own);
        assertThat(branch(moved)).contains("reddit: " + url(3));
        awaitLinks(3, "state = 'PROPOSED'");
    }

    @Test
    void saysWhereAProposalContradictsWhatPeopleDidOnBothBranches() throws Exception {
        register(1, ", \"writeBack\": {\"mode\": \"proposal\"}");
        discussed(1);
        awaitLinks(1, "state = 'PROPOSED'");
        repository.checkOut(BRANCH);
        repository.write(path(1), repository.read(path(1)).replace("Night 1", "Night one"));
        repository.commit("In words");
        String theirs = repository.pushTo(BRANCH);
        repository.pull();
        repository.write(path(1), repository.read(path(1)).replace("Night 1", "The first night"));
        SiteCalls.pushed(site, repository.commitAndPush("In other words"));

        await().atMost(SOON).untilAsserted(() -> assertThat(contradictions())
                .singleElement()
                .asString()
                .contains(BRANCH + " and main contradict each other in " + path(1)));
        assertThat(repository.sharedHead(BRANCH)).isEqualTo(theirs);

        repository.checkOut(BRANCH);
        repository.write(path(1), repository.read(path(1)).replace("Night one", "Night 1"));
        repository.commit("As before");
        repository.pushTo(BRANCH);
        Database.execute("update site_work set proposals_at = now() where site = '" + site + "'");
        await().atMost(SOON).untilAsserted(() -> assertThat(contradictions()).isEmpty());
    }

    private List<String> contradictions() {
        return findings("write-back.proposal").stream()
                .filter(message -> message.contains("contradict"))
                .toList();
    }

    @Test
    void leavesTheOthersProposedWhereOneIsTakenOverByHand() throws Exception {
        register(2, ", \"writeBack\": {\"mode\": \"proposal\"}");
        discussed(1);
        discussed(2);
        awaitLinks(2, "state = 'PROPOSED'");

        repository.write(path(1), repository.read(path(1)).replace(PLACEHOLDER, "reddit: " + url(1)));
        SiteCalls.pushed(site, repository.commitAndPush("This one"));
        awaitLinks(1, "state = 'WRITTEN'");

        awaitLinks(1, "state = 'PROPOSED'");
        assertThat(proposals("state")).containsExactly("open");
        assertMergeable();
        SiteCalls.pushed(site, repository.merge(BRANCH, true));
        awaitLinks(2, "state = 'WRITTEN'");
        awaitOver("MERGED");
    }

    @Test
    void spoilsNoDocumentThatSaysALinkInAnotherPlace() throws Exception {
        register(2, ", \"writeBack\": {\"mode\": \"proposal\"}");
        discussed(1);
        discussed(2);
        awaitLinks(2, "state = 'PROPOSED'");
        String ours = repository.sharedHead(BRANCH);

        String byHand = repository.read(path(1)).replaceFirst("---\n", "---\nreddit: " + url(1) + "\n");
        repository.write(path(1), byHand);
        SiteCalls.pushed(site, repository.commitAndPush("This one, at the top"));
        awaitLinks(1, "state = 'WRITTEN'");
        await().atMost(SOON).until(() -> !repository.sharedHead(BRANCH).equals(ours));

        repository.merge(BRANCH, false);
        assertThat(repository.read(path(1))).isEqualTo(byHand);
        assertThat(repository.read(path(2))).contains("reddit: " + url(2));
    }

    @Test
    void keepsAProposalOpenWhoseOnlyLinkIsAboutToBeAnother() throws Exception {
        register(1, ", \"writeBack\": {\"mode\": \"proposal\"}");
        ContentSnapshot item = item(1);
        Told.send(state(item, 1, thread(url(1), "archive")));
        awaitLinks(1, "state = 'PROPOSED'");

        // Within its window it waits, and the site is looked at meanwhile.
        Told.send(state(item, 2, thread(url(1) + "second", "archive")));
        awaitLinks(1, "state = 'PENDING'");
        sync();

        awaitLinks(1, "state = 'PROPOSED' and proposed_url = url and url like '%second'");
        assertThat(proposals("state")).containsExactly("open");
        assertThat(proposals("branch")).containsExactly(BRANCH + "-archive");
    }

    @Test
    void reportsNothingOfProposalsWhereNothingIsToBeWritten() throws Exception {
        try (var forge = new StandInPulls(ForgeKind.GITHUB)) {
            register(1, proposing(forge, "a-wrong-token"));
            discussed(1);
            await().atMost(SOON).untilAsserted(() -> assertThat(findings("write-back.proposal"))
                    .hasSize(1));

            say(repository.url(), ", \"writeBack\": false");

            await().atMost(SOON).untilAsserted(() -> assertThat(findings("write-back.proposal"))
                    .isEmpty());
            say(repository.url(), proposing(forge, "a-wrong-token"));
            await().atMost(SOON).untilAsserted(() -> assertThat(findings("write-back.proposal"))
                    .hasSize(1));
        }
    }

    @Test
    void opensNoSecondRequestForOneThatPeopleClosedBeforeItWasNotedDown() throws Exception {
        try (var forge = new StandInPulls(ForgeKind.GITHUB).withBranches(this::tip)) {
            register(1, proposing(forge, StandInPulls.TOKEN));
            discussed(1);
            await().atMost(SOON).until(() -> proposals("url").equals(List.of(page(1))));
            forge.decide("closed");

            Database.execute("update proposal set number = null, url = null, next_attempt_at = now() where site = '"
                    + site + "'");

            awaitLinks(1, "state = 'LEFT' and reason = 'The proposal was closed.'");
            assertThat(forge.opened()).hasSize(1);
        }
    }

    @Test
    void hearsNothingOfWhatWasAskedBeforeItsOwnerSaidSomethingNew() throws Exception {
        try (var forge = new StandInPulls(ForgeKind.GITHUB).holdingStrangers()) {
            register(1, proposing(forge, "a-wrong-token"));
            discussed(1);
            await().atMost(SOON).until(() -> forge.held() == 1);

            say(repository.url(), proposing(forge, StandInPulls.TOKEN));
            await().atMost(SOON).until(() -> proposals("url").equals(List.of(page(1))));
            forge.release();

            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> findings("write-back.proposal")
                    .isEmpty());
            assertThat(proposals("url")).containsExactly(page(1));
            assertThat(Database.count("select count(*) from proposal where site = '" + site + "' and attempts > 0"))
                    .isZero();
        }
    }

    private String tip(String branch) {
        try {
            return repository.sharedHead(branch);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page(int number) {
        return "https://forge.example/show/content/pull/" + number;
    }

    @Test
    void goesOnWithAProposalWhenTheRepositorysAddressIsSpelledInAnotherWay() throws Exception {
        register(2, ", \"writeBack\": {\"mode\": \"proposal\"}");
        discussed(1);
        awaitLinks(1, "state = 'PROPOSED'");

        say(
                repository.url().replaceFirst("/+$", "").replaceFirst("\\.git$", "") + ".git//",
                ", \"writeBack\": {\"mode\": \"proposal\"}");
        discussed(2);

        awaitLinks(2, "state = 'PROPOSED'");
        assertThat(proposals("branch")).containsExactly(BRANCH);
        assertThat(repository.ask("rev-list", "main.." + BRANCH)).hasSize(2);
    }

    @Test
    void beginsAgainWhereSomebodyPushesToTheProposalWhileWeDo() throws Exception {
        register(2, "");
        Path entered = repository.sharedFolder().resolve("entered");
        Path hold = repository.sharedFolder().resolve("hold");
        repository.hook(
                "update",
                "[ $1 = refs/heads/" + BRANCH
                        + " ] || exit 0\ntouch entered; while [ -e hold ]; do sleep 0.05; done\n");
        try (GitOverHttp server = new GitOverHttp(repository).wants("x-access-token", "the-token")) {
            SiteCalls.admin()
                    .body("{\"repository\": {\"url\": \"" + server.url()
                            + "\", \"token\": \"the-token\"}, \"writeBack\": {\"mode\": \"proposal\"}}")
                    .put("/api/v1/sites/" + site)
                    .then()
                    .statusCode(200);
            discussed(1);
            awaitLinks(1, "state = 'PROPOSED'");
            Files.delete(entered);
            Files.createFile(hold);
            discussed(2);
            await().atMost(SOON).until(() -> Files.exists(entered));
            repository.checkOut(BRANCH).write("note.txt", "From a person\n").commit("A note");
            String theirs = repository.pushTo(BRANCH);
            Files.delete(hold);

            awaitLinks(2, "state = 'PROPOSED'");

            assertThat(repository.ask("rev-list", theirs, "--not", BRANCH)).isEmpty();
            assertThat(branch("note.txt")).isEqualTo("From a person");
            assertThat(branch(path(2))).contains("reddit: " + url(2));
        }
    }

    @Test
    void goesOnWithABranchThatALostStoreLeft() throws Exception {
        register(1, ", \"writeBack\": {\"mode\": \"proposal\"}");
        repository.write(path(1), repository.read(path(1)).replace(PLACEHOLDER, "reddit: " + url(1)));
        repository.commitAs("Commitcast", "commitcast@localhost", "Record where it is discussed");
        String left = repository.pushTo(BRANCH);

        discussed(1);
        awaitLinks(1, "state = 'PROPOSED'");

        assertThat(repository.sharedHead(BRANCH)).isEqualTo(left);
        assertThat(proposals("commit")).containsExactly(left);
    }

    @Test
    void saysThatABranchIsInTheWay() throws Exception {
        register(1, ", \"writeBack\": {\"mode\": \"proposal\"}");
        repository.pushTo("commitcast");

        discussed(1);

        await().atMost(SOON).untilAsserted(() -> assertThat(findings("write-back.refused"))
                .singleElement()
                .asString()
                .contains("There is a branch commitcast")
                .contains("writeBack.proposal.branch"));
        assertThat(SiteCalls.put(site, repository.url(), ", \"writeBack\": {\"mode\": \"push\"}")
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("writeBack.mode must be commit or proposal");
    }
}
