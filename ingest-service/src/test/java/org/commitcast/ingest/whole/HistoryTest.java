package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.contentevents.Topic;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.transport.RefSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever people do to a history: the state is that of the branch's head, and every item stays the one it was. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HistoryTest {
    private static final String GATE = "_episodes/2024-03-01-gate.md";
    private static final String MOTHS = "_episodes/2024-03-02-moths.md";
    private static final String POND = "_episodes/2024-03-03-pond.md";

    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithTwoEpisodes() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write(GATE, Samples.episode("The gate", 1))
                .write(MOTHS, Samples.episode("The moths", 2));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private void pushed(String message) throws Exception {
        String commit = repository.commitAndPush(message);
        SiteCalls.pushed(site, commit);
        SiteCalls.receipt(site, commit);
    }

    private void forced(String commit) throws Exception {
        repository.resetTo(commit);
        SiteCalls.pushed(site, repository.push(true));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(SiteCalls.get(site).getString("lastCommit")).isEqualTo(commit));
    }

    private String head() throws Exception {
        return repository.git().getRepository().resolve("HEAD").name();
    }

    private ContentSnapshot titled(String title) {
        return Topics.content(site).stream()
                .filter(snapshot -> snapshot.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> guidsById() {
        return Topics.content(site).stream()
                .collect(Collectors.toMap(ContentSnapshot::contentId, ContentSnapshot::guid));
    }

    private List<String> published() {
        return Topics.content(site).stream()
                .filter(ContentSnapshot::published)
                .map(ContentSnapshot::title)
                .sorted()
                .toList();
    }

    @Test
    void keepsEveryGuidWhen74FilesMoveAndChangeInOnePush() throws Exception {
        for (int i = 10; i < 84; i++) {
            repository.write(
                    "_episodes/2024-04-01-walk-%d.md".formatted(i),
                    Samples.episode("Walk " + i, i % 28 + 1).replaceFirst("night-garden-\\d+", "walk-" + i));
        }
        repository.commitAndPush("Many walks");
        SiteCalls.register(site, repository);
        Map<String, String> before = guidsById();
        for (int i = 10; i < 84; i++) {
            String from = "_episodes/2024-04-01-walk-%d.md".formatted(i);
            String to = "_episodes/walks/2024-04-01-the-walk-number-%d.md".formatted(i);
            repository.move(from, to);
            repository.write(
                    to, repository.read(to).replace("Tonight", "Once more") + "\nThanks to bed %d.\n".formatted(i));
        }

        pushed("Sort them");

        assertThat(guidsById()).hasSize(76).isEqualTo(before);
        assertThat(Topics.content(site)).allMatch(ContentSnapshot::published).allMatch(ContentSnapshot::baseline);
        assertThat(titled("Walk 40").url()).isEqualTo("https://garden.example/episode/the-walk-number-40/");
    }

    @Test
    void doesNotTakeTheNextEpisodeForTheOneThatMadeRoomForIt() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot moths = titled("The moths");
        repository.delete(MOTHS).write(POND, Samples.episode("The pond", 3));

        pushed("One goes, one comes");

        assertThat(published()).containsExactly("The gate", "The pond");
        assertThat(titled("The pond").contentId()).isNotEqualTo(moths.contentId());
        assertThat(titled("The pond").guid()).isNotEqualTo(moths.guid());
        assertThat(titled("The moths").status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void followsAnEpisodeThatIsRewrittenUnderAnotherDate() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot before = titled("The moths");
        repository.move(MOTHS, "_episodes/2024-05-20-moths-of-may.md");
        repository.write(
                "_episodes/2024-05-20-moths-of-may.md",
                Samples.episode("The moths of May", 2)
                        .replace("2024-03-02", "2024-05-20")
                        .replaceAll("(?s)Tonight.*", "All of it was said again, in other words.\n"));

        pushed("Say it anew");

        ContentSnapshot after = titled("The moths of May");
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.guid()).isEqualTo(before.guid());
        assertThat(after.firstPublishedAt()).isEqualTo(before.firstPublishedAt());
        assertThat(published()).containsExactly("The gate", "The moths of May");
    }

    @Test
    void takesWhatComesBackUnderItsGuidForTheItemThatItWas() throws Exception {
        SiteCalls.register(site, repository);
        ContentSnapshot before = titled("The moths");
        repository.delete(MOTHS);
        pushed("Gone");
        repository.write("_episodes/2025-01-01-moths.md", anotherWithTheSlugOfTheMoths(""));

        pushed("The same guid");

        ContentSnapshot after = titled("Moths, the musical");
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.guid()).isEqualTo(before.guid());
        assertThat(after.firstPublishedAt()).isEqualTo(before.firstPublishedAt());
    }

    @Test
    void holdsAnotherEpisodeAtAnAddressThatIsTaken() throws Exception {
        SiteCalls.register(site, repository);
        repository.write("_episodes/2025-01-01-moths.md", anotherWithTheSlugOfTheMoths("guid: musical\n"));
        String commit = repository.commitAndPush("Reuse the slug");
        SiteCalls.pushed(site, commit);

        assertThat(SiteCalls.receipt(site, commit).getList("findings.rule", String.class))
                .contains("identity.url-taken");
        assertThat(published()).containsExactly("The gate", "The moths");
    }

    private static String anotherWithTheSlugOfTheMoths(String more) {
        return Samples.episode("Moths, the musical", 9)
                .replaceFirst("---\n", "---\nslug: moths\n" + more)
                .replaceAll("(?s)Tonight.*", "Another thing altogether.\n");
    }

    @Test
    void goesBackAndForthWithAForcedBranch() throws Exception {
        String begin = head();
        SiteCalls.register(site, repository);
        repository.write(POND, Samples.episode("The pond", 3));
        pushed("Add");
        String added = head();
        ContentSnapshot pond = titled("The pond");

        forced(begin);
        assertThat(published()).containsExactly("The gate", "The moths");
        forced(added);

        assertThat(published()).containsExactly("The gate", "The moths", "The pond");
        ContentSnapshot back = titled("The pond");
        assertThat(back.contentId()).isEqualTo(pond.contentId());
        assertThat(back.guid()).isEqualTo(pond.guid());
        assertThat(back.firstPublishedAt()).isEqualTo(pond.firstPublishedAt());
    }

    @Test
    void keepsItsItemsOnABranchThatIsForcedSideways() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(POND, Samples.episode("The pond", 3));
        pushed("Add");
        ContentSnapshot pond = titled("The pond");
        repository
                .git()
                .reset()
                .setMode(org.eclipse.jgit.api.ResetCommand.ResetType.HARD)
                .setRef("HEAD~1")
                .call();
        repository.write(
                "_episodes/2024-03-03-the-pond.md",
                Samples.episode("The pond", 3).replace("Tonight", "Today"));

        repository.commit("Add, differently");
        String sideways = repository.push(true);
        SiteCalls.pushed(site, sideways);
        SiteCalls.receipt(site, sideways);

        assertThat(published()).containsExactly("The gate", "The moths", "The pond");
        assertThat(titled("The pond").contentId()).isEqualTo(pond.contentId());
        assertThat(titled("The pond").guid()).isEqualTo(pond.guid());
    }

    @Test
    void waitsForABranchThatIsDeletedAndGoesOnWhenItIsBack() throws Exception {
        SiteCalls.register(site, repository);
        repository
                .git()
                .push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("HEAD:refs/heads/drafts"))
                .call();
        repository
                .git()
                .push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec(":refs/heads/main"))
                .call();
        SiteCalls.admin().post("/api/v1/sites/" + site + "/sync").then().statusCode(202);
        SiteCalls.awaitStatus(site, "failing");
        assertThat(published()).containsExactly("The gate", "The moths");

        repository.write(POND, Samples.episode("The pond", 3));
        pushed("Back again");

        assertThat(published()).containsExactly("The gate", "The moths", "The pond");
        assertThat(titled("The gate").revision()).isEqualTo(1);
    }

    @Test
    void followsTheDefaultBranchToAnotherThoughTheOldOneStays() throws Exception {
        SiteCalls.register(site, repository);
        repository.write(POND, Samples.episode("The pond", 3)).commit("On another branch");
        repository
                .git()
                .push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("HEAD:refs/heads/trunk"))
                .call();
        Files.writeString(repository.sharedFolder().resolve("HEAD"), "ref: refs/heads/trunk\n");

        Database.execute("update site_work set next_look_at = now() where site = '" + site + "'");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(3));
        assertThat(titled("The gate").revision()).isEqualTo(1);
        assertThat(Topics.site(site).definition().branch()).isEqualTo("trunk");
    }

    @Test
    void knowsTheNewNameOfADefaultBranchBeforeAnythingIsPushedToIt() throws Exception {
        SiteCalls.register(site, repository);
        repository.renameSharedBranch("trunk");
        Files.writeString(repository.sharedFolder().resolve("HEAD"), "ref: refs/heads/trunk\n");

        Database.execute("update site_work set next_look_at = now() where site = '" + site + "'");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> "trunk".equals(Topics.site(site).definition().branch()));
        assertThat(Database.count("select count(*) from site where branch = 'trunk' and name = '" + site + "'"))
                .isEqualTo(1);
        assertThat(titled("The gate").revision()).isEqualTo(1);
    }

    @Test
    void endsAtTheHeadHoweverDeliveriesComeIn() throws Exception {
        SiteCalls.register(site, repository);
        String first = repository.write(POND, Samples.episode("The ponf", 3)).commitAndPush("Add with a slip");
        String second = repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Mend it");

        SiteCalls.pushed(site, second);
        SiteCalls.pushed(site, first);
        SiteCalls.pushed(site, second);

        SiteCalls.receipt(site, first);
        SiteCalls.receipt(site, second);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Database.count(
                                "select count(*) from delivery where processed_at is null and site = '" + site + "'")
                        == 0);
        assertThat(titled("The pond").revision()).isEqualTo(1);
        assertThat(published()).containsExactly("The gate", "The moths", "The pond");
    }

    @Test
    void publishesWhatAMergeBringsOnceAndAtTheMerge() throws Exception {
        SiteCalls.register(site, repository);
        Git git = repository.git();
        git.checkout().setCreateBranch(true).setName("pond").call();
        repository.write(POND, Samples.episode("The ponf", 3)).commit("Draft");
        repository.write(POND, Samples.episode("The pond", 3)).commit("Mend");
        git.checkout().setName("main").call();
        repository
                .write(GATE, Samples.episode("The gate", 1).replace("Tonight", "Today"))
                .commit("Meanwhile");
        git.merge()
                .include(git.getRepository().resolve("pond"))
                .setFastForward(FastForwardMode.NO_FF)
                .setMessage("Merge pond")
                .call();
        String merge = repository.push();
        SiteCalls.pushed(site, merge);

        var receipt = SiteCalls.receipt(site, merge);

        assertThat(receipt.getList("items.change", String.class)).containsExactly("added");
        assertThat(titled("The pond").revision()).isEqualTo(1);
        assertThat(titled("The pond").commit()).isEqualTo(merge);
        assertThat(titled("The gate").revision()).isEqualTo(2);
    }

    @Test
    void readsARepositoryWhoseOwnHistoryIsCutOff() throws Exception {
        repository.write(POND, Samples.episode("The pond", 3)).commitAndPush("Add");
        Path shallow = Files.createTempDirectory("shallow").resolve("shared.git");
        Git.cloneRepository()
                .setBare(true)
                .setDepth(1)
                .setURI(repository.url())
                .setDirectory(shallow.toFile())
                .call()
                .close();
        SiteCalls.put(site, shallow.toUri().toString(), "").then().statusCode(201);
        SiteCalls.awaitStatus(site, "ready");
        assertThat(published()).containsExactly("The gate", "The moths", "The pond");
        repository.move(POND, "_episodes/2024-03-03-the-pond.md").commit("Move");
        repository
                .git()
                .push()
                .setRemote(shallow.toUri().toString())
                .setRefSpecs(new RefSpec("HEAD:refs/heads/main"))
                .call();
        SiteCalls.pushed(site, head());

        SiteCalls.receipt(site, head());

        assertThat(published()).containsExactly("The gate", "The moths", "The pond");
        assertThat(Topics.all(site, Topic.CONTENT, ContentSnapshot.class))
                .extracting(ContentSnapshot::status)
                .doesNotContain(Status.WITHDRAWN);
    }

    @Test
    void changesNoGuidOnAnEmptyMachineThatAdoptsTheFeed() throws Exception {
        SiteCalls.register(site, repository);
        repository.move(GATE, "_episodes/2024-03-01-the-old-gate.md");
        pushed("Move");
        Map<String, String> before = guidsByTitle(site);
        String items = Stream.of("The gate", "The moths")
                .map(this::titled)
                .map(item -> "<item><title>%s</title><guid isPermaLink=\"false\">%s</guid><link>%s</link></item>"
                        .formatted(item.title(), item.guid(), item.url()))
                .collect(Collectors.joining());
        Path feed = Files.createTempFile("feed", ".rss");
        Files.writeString(feed, "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>");

        String anew = "anew-" + UUID.randomUUID().toString().substring(0, 8);
        SiteCalls.put(anew, repository.url(), ", \"adopt\": \"" + feed.toUri() + "\"");
        SiteCalls.awaitStatus(anew, "ready");

        assertThat(guidsByTitle(anew)).isEqualTo(before);
    }

    private static Map<String, String> guidsByTitle(String name) {
        return Topics.content(name).stream().collect(Collectors.toMap(ContentSnapshot::title, ContentSnapshot::guid));
    }
}
