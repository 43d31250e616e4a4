package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries of every forge, as they come over HTTP. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ForgesTest {
    private static final String COMMIT = "b".repeat(40);
    private static final String PUSH =
            "{\"ref\": \"refs/heads/main\", \"after\": \"%s\", \"commits\": [{\"id\": \"x\"}]}".formatted(COMMIT);

    @Inject
    MeterRegistry metrics;

    private final String site = SiteCalls.freshName();

    private void register(String more) {
        SiteCalls.put(site, "file:///nowhere/show.git", more).then().statusCode(201);
    }

    private static Response deliver(String path, Map<String, String> headers, String body) {
        return given().urlEncodingEnabled(false)
                .headers(headers)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/" + path);
    }

    private static String hex(String body) {
        return SiteCalls.sign(body).substring("sha256=".length());
    }

    private long stored(String condition) {
        return Database.count("select count(*) from delivery where site = '" + site + "' and " + condition);
    }

    private ValidatableResponse assertTaken(String forge, Map<String, String> headers, String body) {
        var answer = deliver(forge + "/" + site, headers, body).then().statusCode(202);
        assertThat(stored("source = '" + forge + "' and after_commit = '" + COMMIT + "' and ref like '%main'"))
                .isEqualTo(1);
        return answer;
    }

    @Test
    void takesFormOfGitHub() {
        register("");
        String form = "payload=" + URLEncoder.encode(PUSH, StandardCharsets.UTF_8);

        given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .header("X-GitHub-Event", "push")
                .header("X-GitHub-Delivery", "form-1")
                .header("X-Hub-Signature-256", SiteCalls.sign(form))
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/webhooks/github/" + site)
                .then()
                .statusCode(202);

        assertThat(stored("source = 'github' and after_commit = '" + COMMIT + "'"))
                .isEqualTo(1);
    }

    @Test
    void takesGitLabsToken() {
        register("");
        var headers = Map.of(
                "X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", SiteCalls.SECRET, "X-Gitlab-Event-UUID", "gitlab-1");

        assertTaken("gitlab", headers, PUSH).body("delivery", equalTo("gitlab-1"));
    }

    @Test
    void takesGitLabsSignatureAndRefusesAnotherBesideTheToken() {
        String secret =
                "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        SiteCalls.admin()
                .body(
                        """
                        {"repository": {"url": "file:///nowhere/show.git"}, "webhook": {"secret": "%s"}}
                        """
                                .formatted(secret))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        String time = String.valueOf(Instant.now().getEpochSecond());
        byte[] proof = HexFormat.of()
                .parseHex(SiteCalls.sign("id-1." + time + "." + PUSH, "0123456789abcdef")
                        .substring("sha256=".length()));
        Map<String, String> signed = Map.of(
                "X-Gitlab-Event",
                "Push Hook",
                "X-Gitlab-Token",
                secret,
                "webhook-id",
                "id-1",
                "webhook-timestamp",
                time,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(proof));

        deliver("gitlab/" + site, signed, PUSH.replace("main", "evil")).then().statusCode(401);
        assertTaken("gitlab", signed, PUSH).body("delivery", equalTo("id-1"));
    }

    @Test
    void takesGiteaAndForgejo() {
        register("");

        assertTaken(
                "gitea",
                Map.of("X-Gitea-Event", "push", "X-GitHub-Event", "push", "X-Gitea-Signature", hex(PUSH)),
                PUSH);
        assertTaken("forgejo", Map.of("X-Forgejo-Event", "push", "X-Forgejo-Signature", hex(PUSH)), PUSH);
        deliver("github/" + site, Map.of("X-GitHub-Event", "push", "X-Gitea-Signature", hex(PUSH)), PUSH)
                .then()
                .statusCode(401);
    }

    @Test
    void takesBothBitbuckets() {
        register("");
        String cloud =
                """
                {"push": {"changes": [{"old": null, "new": {"name": "main", "type": "branch",
                  "target": {"hash": "%s"}}, "commits": []}]}}
                """
                        .formatted(COMMIT);
        String server =
                """
                {"eventKey": "repo:refs_changed", "changes": [{"ref": {"displayId": "main"},
                  "refId": "refs/heads/main", "toHash": "%s"}]}
                """
                        .formatted(COMMIT);

        assertTaken("bitbucket", Map.of("X-Event-Key", "repo:push", "X-Hub-Signature", SiteCalls.sign(cloud)), cloud);
        assertTaken(
                "bitbucket-server",
                Map.of("X-Event-Key", "repo:refs_changed", "X-Hub-Signature", SiteCalls.sign(server)),
                server);
    }

    @Test
    void takesBranchThatBitbucketSaysIsDeleted() {
        register("");
        String deleted = "{\"push\": {\"changes\": [{\"old\": {\"name\": \"main\"}, \"new\": null}]}}";

        deliver(
                        "bitbucket/" + site,
                        Map.of("X-Event-Key", "repo:push", "X-Hub-Signature", SiteCalls.sign(deleted)),
                        deleted)
                .then()
                .statusCode(202);

        assertThat(stored("source = 'bitbucket' and ref is null")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"diagnostics\": true}", "{\"test\": true}", ""})
    void answersPingsOfBitbucketServer(String ping) {
        register("");

        deliver(
                        "bitbucket-server/" + site,
                        Map.of("X-Event-Key", "diagnostics:ping", "X-Hub-Signature", SiteCalls.sign(ping)),
                        ping)
                .then()
                .statusCode(200);
    }

    @Test
    void acknowledgesAndIgnoresWhatIsNoPush() {
        register("");
        String star = "{\"action\": \"created\"}";

        deliver("github/" + site, Map.of("X-GitHub-Event", "star", "X-Hub-Signature-256", SiteCalls.sign(star)), star)
                .then()
                .statusCode(200)
                .body("ignored", equalTo("star"));

        assertThat(stored("source = 'github'")).isZero();
    }

    @Test
    void takesWhateverAGenericSenderSays() {
        register(", \"title\": \"Show\"");

        for (String body : new String[] {"", "{\"anything\": [1, 2]}", "[]", "not json", "payload=%zz"}) {
            deliver("generic/" + site, Map.of("X-Signature", hex(body)), body)
                    .then()
                    .statusCode(202);
        }

        assertThat(stored("source = 'generic'")).isEqualTo(5);
    }

    @Test
    void takesGenericSenderAsItsOwnerDescribesIt() {
        SiteCalls.admin()
                .body(
                        """
                        {"repository": {"url": "file:///nowhere/show.git"}, "webhook": {"secret": "%s", "generic": {
                          "header": "X-Mine", "encoding": "sha256=hex", "required": ["repository.name"],
                          "eventHeader": "X-What", "pushEvents": ["pushed"], "deliveryHeader": "X-Number"}}}
                        """
                                .formatted(SiteCalls.SECRET))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        String full = "{\"repository\": {\"name\": \"show\"}}";
        String lacking = "{\"repository\": {\"name\": null}}";

        deliver("generic/" + site, mine(full, "pushed"), full)
                .then()
                .statusCode(202)
                .body("delivery", equalTo("no-7"));
        deliver("generic/" + site, mine(full, "commented"), full).then().statusCode(200);
        deliver("generic/" + site, mine(lacking, "pushed"), lacking).then().statusCode(400);
        deliver("generic/" + site, Map.of("X-Mine", hex(full)), full).then().statusCode(401);
        assertThat(stored("source = 'generic'")).isEqualTo(1);
    }

    private static Map<String, String> mine(String body, String event) {
        return Map.of("X-Mine", SiteCalls.sign(body), "X-What", event, "X-Number", "no-7");
    }

    @Test
    void takesUnsignedHintsOnlyWhereTheOwnerSaysSo() {
        register("");
        String open = SiteCalls.freshName();
        SiteCalls.admin()
                .body(
                        "{\"repository\": {\"url\": \"file:///nowhere/s.git\"}, \"webhook\": {\"generic\": {\"unsigned\": true}}}")
                .put("/api/v1/sites/" + open)
                .then()
                .statusCode(201);

        deliver("generic/" + open, Map.of(), "").then().statusCode(202);
        deliver("generic/" + open, Map.of("X-Signature", "00"), "").then().statusCode(401);
        deliver("generic/" + site, Map.of(), "").then().statusCode(401);
        deliver("github/" + open, Map.of("X-GitHub-Event", "push"), "{}").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"github", "gitlab", "gitea", "forgejo", "bitbucket", "bitbucket-server", "standard", "generic"})
    void answersUnknownSiteAndBadSignatureAlike(String forge) {
        register("");
        Map<String, String> forged = Map.of(
                "X-Hub-Signature-256",
                "sha256=00",
                "X-Hub-Signature",
                "sha256=00",
                "X-Gitlab-Token",
                "wrong",
                "X-Gitea-Signature",
                "00",
                "X-Signature",
                "00");

        Response known = deliver(forge + "/" + site, forged, PUSH);
        Response unknown = deliver(forge + "/no-such-site", forged, PUSH);
        Response impossible = deliver(forge + "/%00%27", forged, PUSH);

        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(unknown.asString()).isEqualTo(known.asString());
        assertThat(unknown.headers().toString()).isEqualTo(known.headers().toString());
        assertThat(impossible.asString()).isEqualTo(known.asString());
    }

    @Test
    void refusesTwoSignaturesOfWhichOneIsRight() {
        register("");

        given().header("X-GitHub-Event", "push")
                .header("X-Hub-Signature-256", SiteCalls.sign(PUSH), "sha256=00")
                .contentType("application/json")
                .body(PUSH)
                .post("/webhooks/github/" + site)
                .then()
                .statusCode(401);
    }

    @Test
    void knowsNoOtherForges() {
        deliver("sourcehut/" + site, Map.of(), PUSH).then().statusCode(404);
        deliver("sourcehut", Map.of(), PUSH).then().statusCode(404);
    }

    @Test
    void takesTwoSecretsWhileTheyHold() {
        Instant now = Instant.now();
        String secrets =
                """
                {"repository": {"url": "file:///nowhere/show.git"}, "webhook": {"secrets": [
                  {"secret": "old", "notAfter": "%s"}, {"secret": "new", "notBefore": "%s"}]}}
                """;
        changeSecrets(secrets.formatted(now.plus(Duration.ofHours(1)), now.minus(Duration.ofHours(1))), 201);
        assertThat(signedWith("old")).isEqualTo(202);
        assertThat(signedWith("new")).isEqualTo(202);

        changeSecrets(secrets.formatted(now.minusSeconds(1), now.minus(Duration.ofHours(1))), 200);
        assertThat(signedWith("old")).isEqualTo(401);
        assertThat(signedWith("new")).isEqualTo(202);

        changeSecrets(secrets.formatted(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))), 200);
        assertThat(signedWith("old")).isEqualTo(202);
        assertThat(signedWith("new")).isEqualTo(401);

        changeSecrets("{\"repository\": {\"url\": \"file:///nowhere/show.git\"}}", 200);
        assertThat(signedWith("old")).as("nothing said of it keeps it").isEqualTo(202);

        changeSecrets(
                "{\"repository\": {\"url\": \"file:///nowhere/show.git\"}, \"webhook\": {\"secret\": \"\"}}", 200);
        assertThat(signedWith("old")).isEqualTo(401);
    }

    private void changeSecrets(String definition, int status) {
        SiteCalls.admin().body(definition).put("/api/v1/sites/" + site).then().statusCode(status);
    }

    private int signedWith(String secret) {
        return SiteCalls.deliver(site, UUID.randomUUID().toString(), PUSH, SiteCalls.sign(PUSH, secret))
                .statusCode();
    }

    @Test
    void looksAtAllSitesOfTheRepositoryThatAnOrganisationsHookNames() {
        String name = SiteCalls.freshName();
        SiteCalls.put(name, "https://forge.invalid/Garden/" + name + ".git", "")
                .then()
                .statusCode(201);
        SiteCalls.put(site, "https://forge.invalid:443/garden/" + name, "")
                .then()
                .statusCode(201);
        register(SiteCalls.freshName(), "https://forge.invalid/garden/other");
        String push = "{\"ref\": \"refs/heads/main\", \"repository\": {\"ssh_url\": \"git@FORGE.invalid:garden/" + name
                + ".git\", \"homepage\": \"https://forge.invalid/garden/other\"}}";

        deliver("github", organisation(push, Backends.DEPLOYMENT_SECRET), push)
                .then()
                .statusCode(202);
        deliver("github", organisation(push, Backends.DEPLOYMENT_SECRET + "-of-last-year"), push)
                .then()
                .statusCode(202);
        deliver("github", organisation(push, SiteCalls.SECRET), push).then().statusCode(401);

        assertThat(Database.count("select count(distinct site) from delivery where delivery = 'org-" + hex(push) + "'"))
                .isEqualTo(2);
        assertThat(stored("source = 'github' and times = 2")).isEqualTo(1);
    }

    @Test
    void takesHooksOfGroupsWorkspacesAndOrganisationsOfOtherForges() {
        String url = "https://forge.invalid/garden/" + site;
        SiteCalls.put(site, url + ".git", "").then().statusCode(201);
        String gitlab = "{\"ref\": \"refs/heads/main\", \"project\": {\"git_http_url\": \"" + url + ".git\"}}";
        String gitea = "{\"ref\": \"refs/heads/main\", \"repository\": {\"clone_url\": \"" + url + ".git\"}}";
        String bitbucket =
                "{\"push\": {\"changes\": []}, \"repository\": {\"links\": {\"html\": {\"href\": \"" + url + "\"}}}}";
        String proofOfGitea = SiteCalls.sign(gitea, Backends.DEPLOYMENT_SECRET).substring("sha256=".length());

        deliver("gitlab", Map.of("X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", Backends.DEPLOYMENT_SECRET), gitlab)
                .then()
                .statusCode(202);
        deliver("gitea", Map.of("X-Gitea-Event", "push", "X-Gitea-Signature", proofOfGitea), gitea)
                .then()
                .statusCode(202);
        deliver("forgejo", Map.of("X-Forgejo-Event", "push", "X-Forgejo-Signature", proofOfGitea), gitea)
                .then()
                .statusCode(202);
        deliver(
                        "bitbucket",
                        Map.of(
                                "X-Event-Key",
                                "repo:push",
                                "X-Hub-Signature",
                                SiteCalls.sign(bitbucket, Backends.DEPLOYMENT_SECRET)),
                        bitbucket)
                .then()
                .statusCode(202);

        for (String forge : new String[] {"gitlab", "gitea", "forgejo", "bitbucket"}) {
            assertThat(stored("source = '" + forge + "'")).as(forge).isEqualTo(1);
        }
    }

    @Test
    void findsRepositoryOfBitbucketServerThatNamesNoAddress() {
        SiteCalls.put(site, "https://bitbucket.invalid/scm/GAR/" + site + ".git", "")
                .then()
                .statusCode(201);
        String push =
                "{\"changes\": [], \"repository\": {\"slug\": \"" + site + "\", \"project\": {\"key\": \"GAR\"}}}";

        deliver(
                        "bitbucket-server",
                        Map.of(
                                "X-Event-Key",
                                "repo:refs_changed",
                                "X-Hub-Signature",
                                SiteCalls.sign(push, Backends.DEPLOYMENT_SECRET)),
                        push)
                .then()
                .statusCode(202);

        assertThat(stored("source = 'bitbucket-server'")).isEqualTo(1);
    }

    @Test
    void acknowledgesOrganisationsPushThatConcernsNoSite() {
        String push =
                "{\"ref\": \"refs/heads/main\", \"repository\": {\"clone_url\": \"https://forge.invalid/no/site\"}}";

        deliver("github", organisation(push, Backends.DEPLOYMENT_SECRET), push)
                .then()
                .statusCode(200);
    }

    private static void register(String site, String url) {
        SiteCalls.put(site, url, "").then().statusCode(201);
    }

    private static Map<String, String> organisation(String push, String secret) {
        return Map.of(
                "X-GitHub-Event",
                "push",
                "X-GitHub-Delivery",
                "org-" + hex(push),
                "X-Hub-Signature-256",
                SiteCalls.sign(push, secret));
    }

    @Test
    void keepsNothingThatTheDatabaseCouldNot() {
        register("");
        String odd =
                "{\"ref\": \"refs/heads/a\\u0000b\", \"after\": \"no commit\", \"repository\": {\"url\": \"\\u0000\"}}";
        Map<String, String> headers = Map.of(
                "X-GitHub-Event", "push",
                "X-GitHub-Delivery", "x".repeat(4000),
                "X-Hub-Signature-256", SiteCalls.sign(odd));

        deliver("github/" + site, headers, odd).then().statusCode(202);

        assertThat(stored("source = 'github' and ref is null and after_commit is null and length(delivery) < 100"))
                .isEqualTo(1);
    }

    @Test
    void countsWhichSecretFittedAndTellsNone() {
        register("");
        SiteCalls.deliver(site, "counted", PUSH, SiteCalls.sign(PUSH)).then().statusCode(202);

        var fitted = metrics.get("commitcast.webhooks.accepted")
                .tags("forge", "github", "hook", site, "secret", "1")
                .counter();

        assertThat(fitted.count()).isEqualTo(1);
        assertThat(metrics.getMeters().toString()).doesNotContain(SiteCalls.SECRET, Backends.DEPLOYMENT_SECRET);
    }
}
