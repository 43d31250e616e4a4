package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The service as its owners and forges speak to it. */
public final class SiteCalls {
    public static final String SECRET = "the-webhook-secret";
    private static final Duration SOON = Duration.ofSeconds(90);

    private SiteCalls() {}

    public static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + Backends.TOKEN).contentType(ContentType.JSON);
    }

    /** A name that no other test uses. */
    public static String freshName() {
        return "site-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static Response put(String site, String repositoryUrl, String more) {
        return admin().body(
                        """
                {"repository": {"url": "%s"}, "webhook": {"secret": "%s"}%s}
                """
                                .formatted(repositoryUrl, SECRET, more))
                .put("/api/v1/sites/" + site);
    }

    public static String register(String site, TestRepository repository) {
        // Nothing is registered before the service has read its own topics, which after a start may take a while.
        await().atMost(SOON)
                .untilAsserted(() -> put(site, repository.url(), "").then().statusCode(201));
        awaitStatus(site, "ready");
        return site;
    }

    public static JsonPath awaitStatus(String site, String status) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(get(site).getString("status")).isEqualTo(status));
        return get(site);
    }

    public static void awaitReason(String site, String reason) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(get(site).getString("reason")).isEqualTo(reason));
    }

    public static JsonPath get(String site) {
        return admin().get("/api/v1/sites/" + site)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath items(String site) {
        return admin().get("/api/v1/sites/" + site + "/items")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response deliver(String site, String delivery, String body, String signature) {
        return given().header("X-GitHub-Event", "push")
                .header("X-GitHub-Delivery", delivery)
                .header("X-Hub-Signature-256", signature)
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/github/" + site);
    }

    /** Tells of a push, as GitHub does. */
    public static void pushed(String site, String commit) {
        String body = "{\"ref\": \"refs/heads/main\", \"after\": \"" + commit + "\", \"commits\": []}";
        deliver(site, UUID.randomUUID().toString(), body, sign(body)).then().statusCode(202);
    }

    public static JsonPath receipt(String site, String commit) {
        return receipt(site, commit, "for=parsed");
    }

    public static JsonPath receipt(String site, String commit, String stage) {
        return admin().get("/api/v1/sites/" + site + "/commits/" + commit + "?wait=60s&" + stage)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static String sign(String body) {
        return sign(body, SECRET);
    }

    public static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
