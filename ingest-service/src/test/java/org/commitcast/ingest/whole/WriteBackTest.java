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
import java.util.Optional;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.ingest.checkout.GitOverHttp;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A discussion's link on its way into the document. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WriteBackTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String MOTHS = "_episodes/2024-03-02-moths.md";
    private static final String THREAD = "https://www.reddit.com/r/garden/comments/abc/the_gate/";

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithAnEpisode() throws Exception {
        repository =
                TestRepository.fresh().write("_config.yml", Samples.CONFIG).write(GATE, Samples.episode("The gate", 1));
        repository.commitAndPush("Begin");
        site = SiteCalls.register(SiteCalls.freshName(), repository);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private ContentSnapshot gate() {
        return Topics.content(site).get(0);
    }

    private DiscussionState discussed(long revision, String url) {
        return discussed(gate(), revision, url);
    }

    private DiscussionState discussed(ContentSnapshot item, long revision, String url) {
        var thread = new DiscussionThread("reddit", url, true, Origin.GIVEN, null, null, null, Instant.now());
        return new DiscussionState(
                site, item.incarnation(), item.contentId(), revision, List.of(thread), Instant.now());
    }

    private void awaitHeadOtherThan(String commit) {
        // Looked at in the middle of a push, the folder may not be readable.
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !repository.sharedHead().equals(commit));
    }

    @Test
    void writesLinkAndKeepsEveryOtherByte() throws Exception {
        String before = repository.read(GATE);
        String head = repository.sharedHead();

        Told.send(discussed(1, THREAD));
        awaitHeadOtherThan(head);

        String after = repository.pull().read(GATE);
        assertThat(after)
                .isEqualTo(before.replace("#reddit: (leave blank until the thread is there)", "reddit: " + THREAD));
        var receipt = SiteCalls.receipt(site, repository.sharedHead());
        assertThat(receipt.getBoolean("items[0].quiet")).isTrue();
        assertThat(gate().cause()).isEqualTo(Cause.DISCUSSION);
        assertThat(gate().links()).containsEntry("reddit", THREAD);
    }

    @Test
    void writesOnceHoweverOftenItIsTold() throws Exception {
        String head = repository.sharedHead();
        DiscussionState state = discussed(1, THREAD);
        Told.send(state);
        awaitHeadOtherThan(head);
        String written = repository.sharedHead();

        Told.send(state);
        Told.sendAsType(state, "org.commitcast.discussions.imagined.v9");
        Told.send(discussed(2, THREAD));

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Database.count("select count(*) from followed where revision = 2 and site = '" + site + "'")
                                == 1);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(60))
                .until(() -> repository.sharedHead().equals(written));
    }

    @Test
    void leavesWhatPersonWrote() throws Exception {
        String own = "https://www.reddit.com/r/garden/comments/own/";
        repository.write(
                GATE,
                repository.read(GATE).replace("#reddit: (leave blank until the thread is there)", "reddit: " + own));
        String commit = repository.commitAndPush("By hand");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        Told.send(discussed(1, THREAD));

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Database.count("select count(*) from write_back where state = 'LEFT' and site = '" + site + "'")
                                == 1);
        assertThat(repository.sharedHead()).isEqualTo(commit);
    }

    @Test
    void leavesWhatPersonTookOut() throws Exception {
        String before = repository.read(GATE);
        Told.send(discussed(1, THREAD));
        awaitLinks(1, "state = 'WRITTEN'");
        pushToTheSite(GATE, before);
        String head = repository.sharedHead();

        Told.send(discussed(2, THREAD + "second"));

        awaitLinks(1, "state = 'LEFT'");
        assertThat(repository.sharedHead()).isEqualTo(head);
    }

    @Test
    void writesOnTopOfPushNobodyToldOf() throws Exception {
        repository.write(MOTHS, Samples.episode("The moths", 2));
        String unseen = repository.commitAndPush("Untold");

        Told.send(discussed(1, THREAD));
        awaitHeadOtherThan(unseen);

        repository.pull();
        assertThat(repository.read(GATE)).contains("reddit: " + THREAD);
        assertThat(repository.read(MOTHS)).contains("The moths");
        assertThat(SiteCalls.receipt(site, unseen).getBoolean("items[0].quiet")).isFalse();
    }

    private ContentSnapshot moths() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Topics.content(site).stream()
                                .filter(item -> item.path().equals(MOTHS))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void pushToTheSite(String path, String content) throws Exception {
        String commit = repository.pull().write(path, content).commitAndPush("By hand");
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
    }

    private void awaitLinks(int number, String condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Database.count("select count(*) from write_back where site = '" + site + "' and " + condition)
                                == number);
    }

    private void awaitRefusals(String... paths) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(SiteCalls.admin()
                        .get("/api/v1/sites/" + site + "/findings")
                        .jsonPath()
                        .getList("findings.findAll { it.rule == 'write-back.refused' }.path", String.class))
                .containsExactly(paths));
    }

    private void awaitContent(String path, String part) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(repository.pull().read(path)).contains(part));
    }

    /** The same repository at a server that runs hooks. */
    private GitOverHttp moveToServer() throws Exception {
        GitOverHttp server = new GitOverHttp(repository).wants("x-access-token", "the-token");
        sayServer(server);
        return server;
    }

    private void sayServer(GitOverHttp server) {
        SiteCalls.admin()
                .body("{\"repository\": {\"url\": \"" + server.url() + "\", \"token\": \"the-token\"}}")
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(200);
    }

    @Test
    void writesLinksThatComeWhileOthersArePushed() throws Exception {
        pushToTheSite(MOTHS, Samples.episode("The moths", 2));
        Path entered = repository.sharedFolder().resolve("entered");
        Path hold = Files.createFile(repository.sharedFolder().resolve("hold"));
        repository.hook("pre-receive", "touch entered; while [ -e hold ]; do sleep 0.05; done\n");
        try (GitOverHttp server = moveToServer()) {
            Told.send(discussed(1, THREAD));
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(entered));

            Told.send(discussed(2, THREAD + "second"));
            Told.send(discussed(moths(), 1, THREAD + "moths"));
            awaitLinks(2, "url <> '" + THREAD + "'");
            Files.delete(hold);

            awaitLinks(2, "state = 'WRITTEN' and written_url = url");
            assertThat(server.shown()).isNotEmpty();
        }
        assertThat(repository.pull().read(GATE)).contains("reddit: " + THREAD + "second\n");
        assertThat(repository.read(MOTHS)).contains("reddit: " + THREAD + "moths\n");
    }

    @Test
    void writesWhatComesTogetherByOneCommitUnderTheNameThatTheSiteSays() throws Exception {
        pushToTheSite(MOTHS, Samples.episode("The moths", 2));
        ContentSnapshot moths = moths();
        SiteCalls.put(
                        site,
                        repository.url(),
                        ", \"writeBack\": {\"message\": \"Where people talk\","
                                + " \"author\": {\"name\": \"Garden bot\", \"email\": \"bot@garden.example\"}}")
                .then()
                .statusCode(200);
        String before = repository.sharedHead();

        Told.send(discussed(1, THREAD));
        Told.send(discussed(moths, 1, THREAD + "moths"));
        awaitLinks(2, "state = 'WRITTEN'");

        repository.pull();
        assertThat(repository.ask("log", "--format=%an <%ae> %cn %s", before + "..main"))
                .containsExactly("Garden bot <bot@garden.example> Garden bot Where people talk");
        assertThat(repository.ask("diff", "--numstat", before, "main"))
                .containsExactly("1\t1\t" + GATE, "1\t1\t" + MOTHS);
    }

    @Test
    void keepsRefusalUntilItsDocumentIsMended() throws Exception {
        String odd = Samples.episode("The moths", 2)
                .replaceFirst(
                        "(?s)---.*?---",
                        "---\n{title: The moths, file: \"https://audio.example/2.mp3\", length: \"1002\", duration: \"31:02\"}\n---");
        pushToTheSite(MOTHS, odd);
        Told.send(discussed(moths(), 1, THREAD + "moths"));
        awaitRefusals(MOTHS);

        Told.send(discussed(1, THREAD));
        awaitLinks(1, "state = 'WRITTEN'");
        awaitRefusals(MOTHS);

        pushToTheSite(MOTHS, Samples.episode("The moths", 2));
        awaitContent(MOTHS, "reddit: " + THREAD + "moths\n");
        awaitRefusals();
    }

    @Test
    void writesLinkOnceItsDocumentCanBeRead() throws Exception {
        String good = repository.read(GATE);
        pushToTheSite(GATE, good.replace("title: \"The gate\"", "title: \"The gate"));
        Told.send(discussed(1, THREAD));
        awaitRefusals(GATE);

        pushToTheSite(GATE, good);

        awaitContent(GATE, "reddit: " + THREAD + "\n");
        awaitRefusals();
    }

    @Test
    void writesNothingThatWasRejectedMeanwhile() throws Exception {
        String good = repository.read(GATE);
        pushToTheSite(GATE, good.replace("title: \"The gate\"", "title: \"The gate"));
        DiscussionState found = discussed(1, THREAD);
        Told.send(found);
        awaitRefusals(GATE);

        Told.send(new DiscussionState(
                site, found.incarnation(), found.contentId(), 2, List.of(), Instant.now(), List.of(THREAD)));
        awaitLinks(1, "state = 'LEFT'");
        pushToTheSite(GATE, good);
        String mended = repository.sharedHead();
        Told.send(discussed(3, THREAD + "right"));

        awaitContent(GATE, "reddit: " + THREAD + "right\n");
        assertThat(repository.ask("rev-parse", "main^")).containsExactly(mended);
    }

    @Test
    void triesAgainWhatTheServerDidNotTake() throws Exception {
        repository.hook("pre-receive", "exit 1\n");
        try (GitOverHttp server = moveToServer()) {
            Told.send(discussed(1, THREAD));
            awaitRefusals(GATE);
            repository.hook("pre-receive", "exit 0\n");

            Database.execute("update site_work set write_back_retry_at = now() where site = '" + site
                    + "' and write_back_retry_at > now() + interval '23 hours'");

            awaitContent(GATE, "reddit: " + THREAD + "\n");
            assertThat(server.shown()).isNotEmpty();
        }
    }

    @Test
    void givesUpForAWhileWhereSomebodyElseIsFasterEachTime() throws Exception {
        repository.hook(
                "update",
                "echo x >> pushes\nexport GIT_AUTHOR_NAME=Pat GIT_AUTHOR_EMAIL=pat@show.example"
                        + " GIT_COMMITTER_NAME=Pat GIT_COMMITTER_EMAIL=pat@show.example\n"
                        + "git update-ref refs/heads/main $(git commit-tree -p main -m Faster main^{tree})\n");
        try (GitOverHttp server = moveToServer()) {
            Told.send(discussed(1, THREAD));

            awaitRefusals(GATE);

            assertThat(SiteCalls.admin()
                            .get("/api/v1/sites/" + site + "/findings")
                            .asString())
                    .contains("Somebody else pushed before each of our last 6 tries.");
            // A try may end before the server is reached, where the branch has moved since the fetch.
            Path pushes = repository.sharedFolder().resolve("pushes");
            List<String> tried = Files.readAllLines(pushes);
            assertThat(tried).hasSizeBetween(1, 6);
            sync();
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Files.readAllLines(pushes)).hasSameSizeAs(tried));
            assertThat(server.shown()).isNotEmpty();

            repository.hook("update", "exit 0\n");
            Database.execute("update site_work set write_back_retry_at = now() where site = '" + site + "'");
            awaitContent(GATE, "reddit: " + THREAD + "\n");
            awaitRefusals();
        }
    }

    @Test
    void failsOneSiteWhoseRepositoryIsNestedTooDeeply() throws Exception {
        String commit = withNestedFolder(30_000);
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);

        Told.send(discussed(1, THREAD));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        String.valueOf(SiteCalls.get(site).getString("reason")))
                .startsWith("An error inside of Commitcast"));
        assertThat(repository.sharedHead()).isEqualTo(commit);
        SiteCalls.admin().delete("/api/v1/sites/" + site).then().statusCode(204);
    }

    private String withNestedFolder(int depth) throws Exception {
        var work = (FileRepository) repository.git().getRepository();
        try (ObjectInserter inserter = work.getObjectDatabase().newPackInserter();
                TreeWalk there = new TreeWalk(work)) {
            ObjectId nested = inserter.insert(Constants.OBJ_BLOB, new byte[0]);
            FileMode mode = FileMode.REGULAR_FILE;
            for (int i = 0; i < depth; i++) {
                TreeFormatter folder = new TreeFormatter();
                folder.append("d", mode, nested);
                nested = inserter.insert(folder);
                mode = FileMode.TREE;
            }
            TreeFormatter root = new TreeFormatter();
            there.addTree(work.resolve("HEAD^{tree}"));
            while (there.next()) {
                root.append(there.getPathString(), there.getFileMode(0), there.getObjectId(0));
            }
            root.append("zz", mode, nested);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(root));
            commit.setParentId(work.resolve("HEAD"));
            commit.setAuthor(new PersonIdent("Pat", "pat@show.example"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("Deep");
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            RefUpdate head = work.updateRef("HEAD");
            head.setNewObjectId(made);
            head.update();
            return repository.push();
        }
    }

    private void sync() {
        SiteCalls.admin().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);
    }

    @Test
    void triesAgainWhenItsOwnerHasChangedTheSite() throws Exception {
        repository.hook("pre-receive", "exit 1\n");
        try (GitOverHttp server = moveToServer()) {
            Told.send(discussed(1, THREAD));
            awaitRefusals(GATE);
            repository.hook("pre-receive", "exit 0\n");

            sayServer(server);

            awaitContent(GATE, "reddit: " + THREAD + "\n");
        }
    }

    @Test
    void leavesListThatPersonWrote() throws Exception {
        String list = repository
                .read(GATE)
                .replace(
                        "#reddit: (leave blank until the thread is there)",
                        "reddit: [https://www.reddit.com/1, https://www.reddit.com/2]");
        pushToTheSite(GATE, list);
        String commit = repository.sharedHead();

        Told.send(discussed(1, THREAD));

        awaitLinks(1, "state = 'LEFT'");
        assertThat(repository.sharedHead()).isEqualTo(commit);
    }

    @Test
    void announcesThePersonsEpisodeInAProposalOfOursThatWasSquashed() throws Exception {
        String guid = gate().guid();
        String head = repository.sharedHead();
        Told.send(discussed(1, THREAD));
        awaitHeadOtherThan(head);
        String ours = repository.sharedHead();
        SiteCalls.receipt(site, ours);
        String linked = repository.pull().read(GATE);
        // As the forge leaves it: not our commit, but one of our name with a person's work in it, upon the old head.
        repository.resetTo(head);
        repository.write(GATE, linked).write(MOTHS, Samples.episode("The moths", 2));
        String squashed =
                repository.commitAs("Commitcast", "commitcast@localhost", "Record where it is discussed (#7)");
        repository.push(true);
        SiteCalls.pushed(site, squashed);

        var receipt = SiteCalls.receipt(site, squashed);

        assertThat(receipt.getBoolean("items.find { it.path == '" + MOTHS + "' }.quiet"))
                .isFalse();
        assertThat(moths().baseline()).isFalse();
        assertThat(moths().cause()).isEqualTo(Cause.CONTENT);
        ContentSnapshot gate = Topics.content(site).stream()
                .filter(item -> item.path().equals(GATE))
                .findFirst()
                .orElseThrow();
        assertThat(gate.guid()).isEqualTo(guid);
        assertThat(gate.cause()).isEqualTo(Cause.DISCUSSION);
        assertThat(gate.links()).containsEntry("reddit", THREAD);
    }

    @Test
    void isQuietAboutALinkAndNotAboutTheEpisodeInOneCommitOfOurName() throws Exception {
        String guid = gate().guid();
        repository
                .write(
                        GATE,
                        repository
                                .read(GATE)
                                .replace("#reddit: (leave blank until the thread is there)", "reddit: " + THREAD))
                .write(MOTHS, Samples.episode("The moths", 2));
        String squashed =
                repository.commitAs("Commitcast", "commitcast@localhost", "Record where it is discussed (#7)");
        repository.push();
        SiteCalls.pushed(site, squashed);

        var receipt = SiteCalls.receipt(site, squashed);
        Told.send(discussed(1, THREAD));
        awaitLinks(1, "state <> 'PENDING'");

        assertThat(receipt.getBoolean("items.find { it.path == '" + GATE + "' }.quiet"))
                .isTrue();
        assertThat(receipt.getString("items.find { it.path == '" + GATE + "' }.guid"))
                .isEqualTo(guid);
        assertThat(receipt.getBoolean("items.find { it.path == '" + MOTHS + "' }.quiet"))
                .isFalse();
        assertThat(moths().cause()).isEqualTo(Cause.CONTENT);
        assertThat(moths().baseline()).isFalse();
        assertThat(repository.sharedHead()).isEqualTo(squashed);
    }
}
