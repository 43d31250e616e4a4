package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a forge is answered. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebhookTest {
    private static final String PUSH = "{\"ref\": \"refs/heads/main\", \"after\": \"" + "a".repeat(40) + "\"}";

    private final String site = SiteCalls.freshName();

    @BeforeEach
    void aSiteWithWebhooks() {
        SiteCalls.put(site, "file:///nowhere/show.git", "").then().statusCode(201);
    }

    @Test
    void rejectsDeliveryWithForgedSignature() {
        String forged = SiteCalls.sign(PUSH + " ");

        SiteCalls.deliver(site, "one", PUSH, forged).then().statusCode(401).contentType("application/problem+json");
        assertThat(Database.count("select count(*) from delivery where source = 'github' and site = '" + site + "'"))
                .isZero();
    }

    @Test
    void answersUnknownSiteLikeForgedSignature() {
        String forged = SiteCalls.deliver(site, "one", PUSH, "sha256=00")
                .then()
                .statusCode(401)
                .extract()
                .asString();

        String unknown = SiteCalls.deliver("no-such-site", "one", PUSH, SiteCalls.sign(PUSH))
                .then()
                .statusCode(401)
                .extract()
                .asString();

        assertThat(unknown).isEqualTo(forged);
    }

    @Test
    void rejectsDeliveryWithoutSignature() {
        given().header("X-GitHub-Event", "push")
                .body(PUSH)
                .post("/webhooks/github/" + site)
                .then()
                .statusCode(401);
    }

    @Test
    void namesPlaceOfMalformedJson() {
        String broken = "{\"ref\": \"refs/heads/main\",\n  \"after\": }";

        SiteCalls.deliver(site, "one", broken, SiteCalls.sign(broken))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("line 2"));
    }

    @Test
    void answersPing() {
        String ping = "{\"zen\": \"Keep it simple\"}";

        given().header("X-GitHub-Event", "ping")
                .header("X-Hub-Signature-256", SiteCalls.sign(ping))
                .contentType("application/json")
                .body(ping)
                .post("/webhooks/github/" + site)
                .then()
                .statusCode(200);
    }

    @Test
    void storesDeliveryThatComesManyTimesAtOnceOnce() {
        String delivery = UUID.randomUUID().toString();

        IntStream.range(0, 40).parallel().forEach(time -> SiteCalls.deliver(site, delivery, PUSH, SiteCalls.sign(PUSH))
                .then()
                .statusCode(202)
                .body("delivery", equalTo(delivery)));

        assertThat(Database.count("select count(*) from delivery where delivery = '" + delivery + "'"))
                .isEqualTo(1);
    }

    private static Socket send(String path, String headers, byte[] body) throws Exception {
        Socket connection = new Socket("localhost", RestAssured.port);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n" + headers + "\r\n";
        connection.setSoTimeout(60_000);
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().write(body);
        connection.getOutputStream().flush();
        return connection;
    }

    private static String status(Socket connection) throws Exception {
        return new String(connection.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void forgetsDeliveriesThatWereWorkedOnLongAgo() {
        String nobodys = SiteCalls.freshName();
        Database.execute(
                """
                insert into delivery (site, source, delivery, event, processed_at) values
                  ('%1$s', 'github', 'old', 'push', now() - interval '91 days'),
                  ('%1$s', 'github', 'recent', 'push', now() - interval '89 days'),
                  ('%1$s', 'github', 'open', 'push', null)
                """
                        .formatted(nobodys));

        await().atMost(Duration.ofSeconds(60)).until(() -> known(nobodys, "old") == 0);
        assertThat(known(nobodys, "recent") + known(nobodys, "open")).isEqualTo(2);
    }

    private static long known(String itsSite, String delivery) {
        return Database.count(
                "select count(*) from delivery where site = '" + itsSite + "' and delivery = '" + delivery + "'");
    }

    @Test
    void doesNotWaitForTheBodyOfADeliveryWithoutSignature() throws Exception {
        try (Socket connection = send("/webhooks/github/" + site, "X-GitHub-Event: push\r\n", new byte[0])) {
            assertThat(status(connection)).isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void takesFewLargeDeliveriesAtOnce() throws Exception {
        String path = "/webhooks/github/" + site;
        String signature = "X-Hub-Signature-256: sha256=00\r\n";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(send(path, signature, new byte[400_000]));
            }
            byte[] whole = new byte[2_000_000];
            // Who is refused in the middle of what it sends may see its connection break before the answer.
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
                try (Socket other = send(path, signature, whole)) {
                    return status(other).equals("HTTP/1.1 503");
                }
            });
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Socket other = send(path, signature, new byte[2_000_000])) {
                return status(other).equals("HTTP/1.1 401");
            }
        });
    }

    @Test
    void refusesBodyThatIsTooLarge() throws Exception {
        String head =
                "POST /webhooks/github/" + site + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 27000000\r\n\r\n";
        try (Socket connection = new Socket("localhost", RestAssured.port)) {
            connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            connection.setSoTimeout(60_000);

            String status = new String(connection.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }
}
