package org.commitcast.endtoend;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commitcast.localstack.service.Service;

/** The product's HTTP interface as its users call it. */
final class Commitcast {
    static final String WEBHOOK_SECRET = "a-webhook-secret";

    private final Installation installation;

    Commitcast(Installation installation) {
        this.installation = installation;
    }

    RequestSpecification ingest() {
        return admin(Service.INGEST);
    }

    RequestSpecification feed() {
        return admin(Service.FEED);
    }

    RequestSpecification notifying() {
        return admin(Service.NOTIFY);
    }

    private RequestSpecification admin(Service service) {
        return given().baseUri(installation.url(service))
                .auth()
                .oauth2(Installation.TOKEN)
                .contentType(ContentType.JSON);
    }

    /** Registers a site with a webhook secret and no more than its repository. */
    void register(String site, ContentRepository repository) {
        ingest().body(Map.of(
                        "repository", Map.of("url", repository.url()),
                        "webhook", Map.of("secret", WEBHOOK_SECRET)))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
    }

    /**
     * Has a site's news posted by an account of a Mastodon server, to followers only: what everybody can read becomes a
     * thread, which changes the feed and the document in turn.
     */
    void announceOn(MastodonServer mastodon, String site) {
        notifying()
                .body(Map.of(
                        "type",
                        "mastodon",
                        "sites",
                        List.of(site),
                        "url",
                        mastodon.url(),
                        "visibility",
                        "private",
                        "token",
                        MastodonServer.TOKEN))
                .put("/api/v1/channels/on-" + site)
                .then()
                .statusCode(201);
    }

    JsonPath site(String site) {
        return ingest().get("/api/v1/sites/" + site).jsonPath();
    }

    /** Sends what GitHub sends after a push; the answer is the caller's to judge. */
    Response pushHook(String site, String after) {
        return pushHook(site, after, UUID.randomUUID().toString());
    }

    Response pushHook(String site, String after, String delivery) {
        String body = "{\"ref\":\"refs/heads/main\",\"after\":\"" + after + "\"}";
        return given().baseUri(installation.url(Service.INGEST))
                .contentType(ContentType.JSON)
                .header("X-GitHub-Event", "push")
                .header("X-GitHub-Delivery", delivery)
                .header("X-Hub-Signature-256", signature(WEBHOOK_SECRET, body))
                .body(body)
                .post("/webhooks/github/" + site);
    }

    /** What became of a commit, once each of its items has reached that stage or after a minute. */
    JsonPath receipt(String site, String commit, String stage) {
        return ingest().queryParam("wait", "60s")
                .queryParam("for", stage)
                .get("/api/v1/sites/" + site + "/commits/" + commit)
                .jsonPath();
    }

    Response rss(String site, String feed) {
        return given().baseUri(installation.url(Service.FEED)).get("/feeds/" + site + "/" + feed + ".rss");
    }

    /** The titles that a feed shows, newest first; none while it is not served. */
    List<String> titles(String site, String feed) {
        Response response = rss(site, feed);
        return response.statusCode() == 200
                ? response.xmlPath().getList("rss.channel.item.title", String.class)
                : List.of();
    }

    /** Ledger rows of a site. */
    List<Map<String, Object>> announcements(String site) {
        return notifying()
                .queryParam("site", site)
                .get("/api/v1/announcements")
                .jsonPath()
                .getList("announcements");
    }

    static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
