package org.commitcast.ingest.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.checkout.TestDeployments;
import org.commitcast.ingest.githubapp.AppKeys;
import org.commitcast.ingest.storage.StoredJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What owners may say of repositories and webhooks, and what they are told where they may not. */
class StatementReaderTest {
    private final StatementReader reader =
            new StatementReader(TestDeployments.withSsh(Optional.of(Path.of("known_hosts"))), none -> false);

    private List<String> problems(String json) {
        reader.read(StoredJson.readMap(json));
        return reader.problems();
    }

    private List<String> problemsWith(String repository) {
        return problems("{\"repository\": {\"url\": \"https://forge.example/a/b\", " + repository + "}}");
    }

    private List<String> problemsOfWebhook(String webhook) {
        return problems("{\"repository\": {\"url\": \"https://forge.example/a/b\"}, \"webhook\": {" + webhook + "}}");
    }

    private List<String> problemsOfFeeds(String feeds) {
        return problems("{\"repository\": {\"url\": \"https://forge.example/a/b\"}, \"feeds\": {" + feeds + "}}");
    }

    @Test
    void takesFeedsOfTheOwnersOwnBesideTheUsualOnes() {
        String feeds =
                """
                {"repository": {"url": "https://forge.example/a/b"},
                 "feeds": {"sea": {"kinds": ["episode"], "tags": ["sailing"], "summaryOnly": true},
                           "podcast": {"limit": 20, "pageSize": 50},
                           "blog": {"closed": true}}}""";
        var statement = reader.read(StoredJson.readMap(feeds));

        assertThat(reader.problems()).isEmpty();
        var definition = Definitions.effective("show", statement, Definitions.rulesAlone(statement), "main");
        assertThat(definition.feeds()).extracting(FeedDefinition::name).containsExactly("podcast", "blog", "sea");
        assertThat(definition.feeds().get(0).pageSize()).isEqualTo(50);
        assertThat(definition.feeds().get(1).kinds()).containsExactly(Kind.POST);
        assertThat(definition.feeds().get(1).closed()).isTrue();
        assertThat(definition.feeds().get(2).tags()).containsExactly("sailing");
    }

    @Test
    void tellsWhatIsDoneAboutDiscussions() {
        String said =
                """
                {"repository": {"url": "https://forge.example/a/b"},
                 "discussions": {"policy": {"lemmy": "never"}, "submit": {"reddit": "r/harbours"}}}""";
        var statement = reader.read(StoredJson.readMap(said));

        assertThat(reader.problems()).isEmpty();
        assertThat(Definitions.effective("show", statement, Definitions.rulesAlone(statement), "main")
                        .discussions())
                .isEqualTo(new DiscussionDefinition(Map.of("lemmy", "never"), Map.of("reddit", "harbours")));
    }

    @Test
    void saysWhichPartOfWhatIsDoneAboutDiscussionsIsWrong() {
        assertThat(
                        problems(
                                """
                        {"repository": {"url": "https://forge.example/a/b"},
                         "discussions": {"policy": {"reddit": "perhaps"}}}"""))
                .containsExactly("discussions.policy.reddit: It must be accept, propose or never.");
    }

    private List<String> problemsOfPublishing(String publish) {
        return problems("{\"repository\": {\"url\": \"https://forge.example/a/b\"}, \"publish\": {" + publish + "}}");
    }

    @Test
    void takesWhereFeedsAreCommittedTo() {
        var statement = reader.read(
                StoredJson.readMap(
                        """
                {"repository": {"url": "https://forge.example/a/b"},
                 "feeds": {"podcast": {"publicUrl": "https://show.example/feeds/show.xml"}},
                 "publish": {"branch": "gh-pages", "path": "feeds/", "url": "https://show.example/feeds"}}"""));

        assertThat(reader.problems()).isEmpty();
        var publish = Objects.requireNonNull(statement.publish());
        assertThat(publish.folder()).isEqualTo("feeds");
        assertThat(publish.url()).hasToString("https://show.example/feeds/");
        assertThat(publish.fileAt(URI.create("https://show.example/feeds/show.xml")))
                .hasValue("show.xml");
        assertThat(publish.fileAt(URI.create("https://show.example/feeds/../secret")))
                .isEmpty();
        assertThat(publish.fileAt(URI.create("https://other.example/feeds/show.xml")))
                .isEmpty();
        var definition = Definitions.effective("show", statement, Definitions.rulesAlone(statement), "main");
        assertThat(definition.documentsUrl()).hasToString("https://show.example/feeds/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"branch\": \"refs/heads/x\"' | publish.branch must be",
                "'\"branch\": \"-f\"' | publish.branch must be",
                "'\"branch\": \"a..b\"' | publish.branch must be",
                "'\"path\": \"../up\"' | publish.path must be",
                "'\"path\": \"/etc\"' | publish.path must be",
                "'\"path\": \"a/.git/b\"' | publish.path must be",
                "'\"url\": \"ftp://show.example/\"' | publish.url must be",
                "'\"url\": \"https://show.example/?a=b\"' | publish.url must be",
                "'\"force\": true' | publish.force is not known",
                "'\"repository\": {\"token\": \"t\"}' | publish.repository.url is missing",
                "'\"repository\": {\"url\": \"http:nothing\"}' | publish.repository.url does not serve",
                "'\"repository\": {\"url\": \"https://h.example/p\", \"token\": \"t\", \"password\": \"p\"}'"
                        + " | publish.repository.password does not go",
                "'\"author\": {\"nick\": \"n\"}' | publish.author.nick is not known"
            })
    void saysWhatIsWrongWithPublishing(String publish, String problem) {
        assertThat(problemsOfPublishing(publish)).singleElement().asString().startsWith(problem);
    }

    private WriteBackStatement writeBack(String repository, String writeBack) {
        var statement = reader.read(StoredJson.readMap(
                "{\"repository\": {\"url\": \"" + repository + "\"}, \"writeBack\": " + writeBack + "}"));
        assertThat(reader.problems()).isEmpty();
        return statement.writeBack();
    }

    @Test
    void takesHowLinksAreWrittenBack() {
        var plain = writeBack("https://github.com/a/b", "true");
        assertThat(plain.enabled()).isTrue();
        assertThat(plain.mode()).isEqualTo(WriteBackStatement.Mode.COMMIT);
        assertThat(plain.proposal().forge()).isEqualTo(ForgeKind.GITHUB);
        assertThat(writeBack("https://github.com/a/b", "false").enabled()).isFalse();

        var said = writeBack(
                "https://git.example/a/b",
                """
                {"mode": "proposal", "author": {"name": "Bot"}, "message": "Threads",
                 "proposal": {"branch": "bot/links", "title": "T", "body": "B", "forge": "gitea",
                   "api": "https://git.example/git/api/v1", "repository": "a/c", "token": "t"}}""");

        assertThat(said.mode()).isEqualTo(WriteBackStatement.Mode.PROPOSAL);
        assertThat(said.name()).isEqualTo("Bot");
        assertThat(said.proposal())
                .isEqualTo(new WriteBackStatement.ProposalStatement(
                        "bot/links", "T", "B", ForgeKind.GITEA, URI.create("https://git.example/git/api/v1"), "a/c"));
        assertThat(reader.secrets().repository()).containsEntry("proposal-token", "t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"mode\": \"push\"' | writeBack.mode must be commit or proposal",
                "'\"force\": true' | writeBack.force is not known",
                "'\"proposal\": {\"branch\": \"-f\"}' | writeBack.proposal.branch must be",
                "'\"proposal\": {\"branch\": \"a..b\"}' | writeBack.proposal.branch must be",
                "'\"proposal\": {\"forge\": \"sourcehut\"}' | writeBack.proposal.forge must be one of github",
                "'\"proposal\": {\"api\": \"file:///etc\"}' | writeBack.proposal.api must be",
                "'\"proposal\": {\"labels\": []}' | writeBack.proposal.labels is not known"
            })
    void saysWhatIsWrongWithWritingBack(String writeBack, String problem) {
        assertThat(problems("{\"repository\": {\"url\": \"https://forge.example/a/b\"}, \"writeBack\": {" + writeBack
                        + "}}"))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void keepsTheTokenOfProposalsOutOfWhatIsStored() {
        var json = StoredJson.readMap(
                """
                {"repository": {"url": "https://forge.example/a/b"},
                 "writeBack": {"mode": "proposal", "proposal": {"title": "T", "token": "hidden"}}}""");

        assertThat(StoredJson.write(Statements.withoutSecrets(json)))
                .contains("\"title\":\"T\"")
                .doesNotContain("hidden");
    }

    @Test
    void keepsSecretsOfPublishingOutOfWhatIsStored() {
        var json = StoredJson.readMap(
                """
                {"repository": {"url": "https://forge.example/a/b"},
                 "publish": {"repository": {"url": "https://forge.example/a/pages", "token": "hidden"}}}""");

        assertThat(StoredJson.write(Statements.withoutSecrets(json)))
                .contains("a/pages")
                .doesNotContain("hidden");
    }

    @Test
    void takesFeedsThatTheSitesGeneratorMakes() {
        String definition =
                """
                {"repository": {"url": "https://forge.example/a/b"}, "feed": "external",
                 "feeds": {"podcast": {"publicUrl": "https://show.example/podcast.rss"}, "blog": {},
                           "sea": {"publicUrl": "https://show.example/sea.rss", "external": false}}}""";
        var statement = reader.read(StoredJson.readMap(definition));

        assertThat(reader.problems()).isEmpty();
        assertThat(statement.feeds().values())
                .extracting(FeedDefinition::external)
                .containsExactly(true, false, false);
    }

    @Test
    void saysWhatIsWrongWithFeedsThatSomebodyElseMakes() {
        String repository = "{\"repository\": {\"url\": \"https://forge.example/a/b\"}, \"feed\": ";
        assertThat(problems(repository + "\"external\"}"))
                .singleElement()
                .asString()
                .startsWith("feeds must say");
        assertThat(problems(repository + "\"mine\"}")).contains("feed must be external or served");
        assertThat(problemsOfFeeds("\"podcast\": {\"external\": true}"))
                .contains("feeds.podcast.publicUrl is missing: it is where the feed is");
    }

    @Test
    void saysWhatIsWrongWithFeeds() {
        assertThat(problemsOfFeeds("\"Sea Talk\": {}"))
                .singleElement()
                .asString()
                .startsWith("feeds.Sea Talk does not");
        assertThat(problemsOfFeeds("\"sea\": {\"kinds\": [\"song\"]}"))
                .contains("feeds.sea.kinds must be episode, post or both");
        assertThat(problemsOfFeeds("\"sea\": {\"limit\": 0}")).contains("feeds.sea.limit must be a number above 0");
        assertThat(problemsOfFeeds("\"sea\": {\"pageSize\": -5}"))
                .contains("feeds.sea.pageSize must be a number above 0");
        String web = " must be an http or https URL with a host and without a user name";
        assertThat(problemsOfFeeds("\"podcast\": {\"publicUrl\": \"https://me:word@show.example/feed.xml\"}"))
                .contains("feeds.podcast.publicUrl" + web)
                .noneMatch(problem -> problem.contains("word@"));
        assertThat(problemsOfFeeds("\"podcast\": {\"newUrl\": \"mailto:show@show.example\"}"))
                .contains("feeds.podcast.newUrl" + web);
        assertThat(problemsOfFeeds("\"sea\": {\"colour\": 1}")).contains("feeds.sea.colour is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "https://forge.example/a/b.git",
        "ssh://git@forge.example/a/b.git",
        "ssh://git@forge.example:2222/a/b",
        "git@forge.example:a/b.git",
    })
    void takesAddressesOfForges(String url) {
        assertThat(problems("{\"repository\": {\"url\": \"" + url + "\"}}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@forge.example/a/b, credentials",
        "https://token@forge.example/a/b, credentials",
        "ssh://git:secret@forge.example/a/b, credentials",
        "https://forge.example/a/b?x=1, end with its path",
        "git://forge.example/a/b, begin with https",
        "ftp://forge.example/a/b, begin with https",
        "forge.example/a/b, begin with https",
        "file:///a/b, not allowed",
        "--upload-pack=evil, begin with https",
    })
    void refusesOtherAddresses(String url, String reason) {
        assertThat(problems("{\"repository\": {\"url\": \"" + url + "\"}}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("repository.url")
                .contains(reason)
                .doesNotContain("secret");
    }

    @Test
    void refusesSshWhereTheDeploymentDoesNotAllowItOrKnowsNoHosts() {
        String ssh = "{\"repository\": {\"url\": \"git@forge.example:a/b\"}}";
        var withoutHosts = new StatementReader(TestDeployments.withSsh(Optional.empty()), none -> false);
        var withoutSsh = new StatementReader(TestDeployments.withoutSsh(), none -> false);
        withoutHosts.read(StoredJson.readMap(ssh));
        withoutSsh.read(StoredJson.readMap(ssh));

        assertThat(withoutHosts.problems()).first().asString().contains("COMMITCAST_SSH_KNOWN_HOSTS");
        assertThat(withoutSsh.problems()).first().asString().contains("COMMITCAST_ALLOW_SSH");
    }

    @Test
    void takesOneKindOfCredentials() {
        assertThat(problemsWith("\"token\": \"t\"")).isEmpty();
        assertThat(reader.secrets().repository()).containsEntry(SaidSecrets.TOKEN, "t");
        assertThat(problemsWith("\"token\": \"t\", \"password\": \"p\""))
                .containsExactly("repository.password does not go with token or githubApp: give one of them");
    }

    @Test
    void takesGitHubAppWithItsKey() {
        String key = AppKeys.pkcs1(AppKeys.of("us")).replace("\n", "\\n");

        assertThat(problemsWith("\"githubApp\": {\"appId\": 4711, \"privateKey\": \"" + key + "\"}"))
                .isEmpty();
        assertThat(reader.secrets().repository()).containsKey(SaidSecrets.APP_KEY);
    }

    @Test
    void saysWhatIsWrongWithGitHubApp() {
        assertThat(problemsWith("\"githubApp\": {\"privateKey\": \"no key\", \"app\": 1}"))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("repository.githubApp.privateKey is not"))
                .anyMatch(problem -> problem.contains("COMMITCAST_GITHUB_APP_ID"))
                .contains("repository.githubApp.app is not known")
                .noneMatch(problem -> problem.contains("no key"));
    }

    @Test
    void saysWhatIsWrongWithSecretsOfWebhooks() {
        assertThat(
                        problemsOfWebhook(
                                """
                        "secrets": [{"secret": "a", "notAfter": "soon"}, {"secret": ""}, {"secret": "c", "x": 1}]
                        """))
                .containsExactlyInAnyOrder(
                        "webhook.secrets[0].notAfter must be a time like 2026-01-31T12:00:00Z",
                        "webhook.secrets[1].secret is missing",
                        "webhook.secrets[2].x is not known",
                        "webhook.secrets must be at most 2, counting secret");
    }

    @Test
    void saysWhatIsWrongWithGenericHook() {
        assertThat(
                        problemsOfWebhook(
                                """
                        "generic": {"header": "a b", "encoding": "md5", "required": "ref", "unsigned": "yes", "y": 1}
                        """))
                .containsExactlyInAnyOrder(
                        "webhook.generic.header must be a header's name",
                        "webhook.generic.encoding must be hex or sha256=hex",
                        "webhook.generic.required must be a list of texts",
                        "webhook.generic.unsigned must be true or false",
                        "webhook.generic.y is not known");
    }

    @Test
    void keepsNoSecretAmongWhatWasSaid() {
        String said = StoredJson.write(
                Statements.withoutSecrets(
                        StoredJson.readMap(
                                """
                        {"repository": {"url": "https://forge.example/a/b", "username": "pat", "password": "canary-1",
                           "token": "canary-2", "sshKey": "canary-3",
                           "githubApp": {"appId": 7, "privateKey": "canary-4"}},
                         "webhook": {"secret": "canary-5", "secrets": [{"secret": "canary-6"}],
                           "generic": {"header": "X-Mine"}}}
                        """)));

        assertThat(said).doesNotContain("canary").contains("\"appId\":7", "X-Mine", "pat");
    }
}
