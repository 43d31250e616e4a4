package org.commitcast.guardedhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.commitcast.guardedhttp.Answer.Answered;
import org.commitcast.guardedhttp.Answer.Failed;
import org.commitcast.guardedhttp.Answer.Refused;
import org.junit.jupiter.api.Test;

class GuardedHttpTest {
    private static final AddressPolicy LOOPBACK = AddressPolicy.allowing("loopback");
    private final GuardedHttp http = client(LOOPBACK);

    @Test
    void givesStatusHeadersAndBody() throws IOException {
        try (RawServer server =
                new RawServer(out -> out.write("HTTP/1.1 201 Created\r\nX-Id: 7\r\nContent-Length: 5\r\n\r\nhello"
                        .getBytes(StandardCharsets.UTF_8)))) {
            Answered answer = (Answered) http.send(GuardedRequest.get(server.url("127.0.0.1", "/a?b=c")));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.headers().first("x-ID")).contains("7");
            assertThat(answer.body().text()).isEqualTo("hello");
            assertThat(answer.body().complete()).isTrue();
            assertThat(server.requests()).singleElement().asString().startsWith("GET /a?b=c HTTP/1.1");
        }
    }

    @Test
    void refusesLoopbackWithoutConnecting() throws IOException {
        try (RawServer server = RawServer.answering("200 OK")) {
            Answer answer = client(AddressPolicy.allowing("").andPlainHttp())
                    .send(GuardedRequest.get(server.url("127.0.0.1", "/secret-path")));

            assertThat(answer).isEqualTo(new Refused("127.0.0.1 is a loopback address"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void connectsToTheAddressThatWasCheckedEvenIfTheNameChangesItsAnswer() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AddressGuard rebinding = new AddressGuard(LOOPBACK, host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")});
        try (RawServer server = RawServer.answering("204 No Content")) {
            Answer answer =
                    new GuardedHttp(rebinding, "test").send(GuardedRequest.get(server.url("show.example", "/")));

            assertThat(answer).isInstanceOf(Answered.class);
            assertThat(asked).hasValue(1);
            assertThat(server.requests()).singleElement().asString().contains("Host: show.example");
        }
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void reachesNobodyAtANameWithAnAllowedAndAForbiddenAddress() throws IOException {
        AddressGuard mixed = new AddressGuard(AddressPolicy.allowing("127.0.0.1"), host ->
                new InetAddress[] {address("127.0.0.1"), address("127.0.0.2")});
        try (RawServer server = RawServer.answering("204 No Content")) {
            Answer answer = new GuardedHttp(mixed, "test").send(GuardedRequest.get(server.url("show.example", "/")));

            assertThat(answer).isEqualTo(new Refused("show.example is a loopback address"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void checksANameAgainWhenARedirectComesBackToIt() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AddressGuard rebinding = new AddressGuard(AddressPolicy.allowing("127.0.0.1"), host ->
                new InetAddress[] {address(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")});
        try (RawServer server = RawServer.answering("302 Found", "Location: /latest")) {
            Answer answer = new GuardedHttp(rebinding, "test")
                    .send(GuardedRequest.get(server.url("show.example", "/")).following(5));

            assertThat(answer).isEqualTo(new Refused("show.example is a loopback address"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void leavesRedirectsAloneUnlessAsked() throws IOException {
        try (RawServer server = RawServer.answering("302 Found", "Location: http://127.0.0.1:1/")) {
            Answered answer = (Answered) http.send(GuardedRequest.get(server.url("127.0.0.1", "/")));

            assertThat(answer.status()).isEqualTo(302);
        }
    }

    @Test
    void checksEveryHopOfRedirect() throws IOException {
        try (RawServer server = RawServer.answering("302 Found", "Location: http://169.254.169.254/latest/meta-data")) {
            Answer answer =
                    http.send(GuardedRequest.get(server.url("127.0.0.1", "/")).following(3));

            assertThat(answer).isEqualTo(new Refused("169.254.169.254 is a link-local address"));
        }
    }

    @Test
    void keepsCredentialsFromOtherHosts() throws IOException {
        try (RawServer other = RawServer.answering("200 OK");
                RawServer server = RawServer.answering("301 Moved", "Location: " + other.url("127.0.0.1", "/there"))) {
            Answer answer = http.send(GuardedRequest.get(server.url("127.0.0.1", "/"))
                    .with("Authorization", "Bearer t0ken")
                    .with("X-Api-Key", "k3y")
                    .with("Accept", "text/html")
                    .following(1));

            assertThat(((Answered) answer).url()).isEqualTo(other.url("127.0.0.1", "/there"));
            assertThat(server.requests()).singleElement().asString().contains("t0ken");
            assertThat(other.requests())
                    .singleElement()
                    .asString()
                    .doesNotContain("t0ken")
                    .doesNotContain("k3y")
                    .contains("text/html");
        }
    }

    @Test
    void stopsRedirectingInCircles() throws IOException {
        try (RawServer server = RawServer.answering("302 Found", "Location: /again")) {
            Answer answer =
                    http.send(GuardedRequest.get(server.url("127.0.0.1", "/")).following(3));

            assertThat(answer).isEqualTo(new Failed("127.0.0.1 redirects too often", true));
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void neverRepeatsPostAtRedirect() throws IOException {
        try (RawServer server = RawServer.answering("307 Temporary", "Location: /again")) {
            Answered answer = (Answered)
                    http.send(GuardedRequest.post(server.url("127.0.0.1", "/"), "text/plain", new byte[] {65})
                            .following(3));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void readsNoMoreThanItsLimit() throws IOException {
        try (RawServer server = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1024]);
            }
        })) {
            Answered answer = (Answered)
                    http.send(GuardedRequest.get(server.url("127.0.0.1", "/")).within(Limits.USUAL.withBytes(10_000)));

            assertThat(answer.body().size()).isEqualTo(10_000);
            assertThat(answer.body().complete()).isFalse();
        }
    }

    @Test
    void endsExchangeThatDripsByteByByte() throws IOException {
        try (RawServer server = RawServer.answering("200 OK")) {
            // To load the classes takes part of the first exchange's time.
            assertThat(http.send(GuardedRequest.get(server.url("127.0.0.1", "/"))))
                    .isInstanceOf(Answered.class);
        }
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            while (over.getCount() > 0) {
                out.write('a');
                over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        })) {
            long start = System.nanoTime();
            Answer answer = http.send(GuardedRequest.get(server.url("127.0.0.1", "/"))
                    .within(Limits.USUAL.withTotal(Duration.ofSeconds(1))));

            assertThat(answer).isEqualTo(new Failed("127.0.0.1 took too long in all", true));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        } finally {
            over.countDown();
        }
    }

    @Test
    void saysThatSilentServerMayHaveReceivedRequest() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(out -> over.await())) {
            Answer answer = http.send(GuardedRequest.post(server.url("127.0.0.1", "/"), "text/plain", new byte[] {65})
                    .within(Limits.USUAL.withResponse(Duration.ofMillis(300))));

            assertThat(answer).isEqualTo(new Failed("127.0.0.1 did not answer in time", true));
        } finally {
            over.countDown();
        }
    }

    @Test
    void saysThatConnectionClosedWithoutAnswerMayHaveDelivered() throws IOException {
        try (RawServer server = new RawServer(out -> {})) {
            Answer answer = http.send(GuardedRequest.post(server.url("127.0.0.1", "/"), "text/plain", new byte[] {65}));

            assertThat(((Failed) answer).sentMaybe()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void saysThatRefusedConnectionReceivedNothing() {
        URI nobody = URI.create("http://127.0.0.1:1/");

        Answer answer = http.send(GuardedRequest.post(nobody, "text/plain", new byte[] {65}));

        assertThat(answer).isEqualTo(new Failed("127.0.0.1 did not take the connection", false));
    }

    @Test
    void saysThatUnknownHostReceivedNothing() {
        AddressGuard nowhere = new AddressGuard(LOOPBACK, host -> {
            throw new UnknownHostException(host);
        });

        Answer answer =
                new GuardedHttp(nowhere, "test").send(GuardedRequest.get(URI.create("https://gone.example/token")));

        assertThat(answer).isEqualTo(new Failed("gone.example has no known address", false));
    }

    @Test
    void failedTlsHandshakeSentNothing() throws IOException {
        try (RawServer server = RawServer.answering("200 OK")) {
            URI plain = server.url("127.0.0.1", "/");
            Answer answer = http.send(GuardedRequest.get(URI.create("https://127.0.0.1:" + plain.getPort() + "/"))
                    .within(Limits.USUAL.withTotal(Duration.ofSeconds(2))));

            assertThat(((Failed) answer).sentMaybe()).isFalse();
        }
    }

    @Test
    void showsNoSecretsOfRequest() {
        GuardedRequest request = GuardedRequest.get(URI.create("https://hooks.example/s3cret?key=s3cret"))
                .with("Authorization", "s3cret");

        assertThat(request.toString() + request.headers()).doesNotContain("s3cret");
    }

    private static GuardedHttp client(AddressPolicy policy) {
        return new GuardedHttp(new AddressGuard(policy), "test");
    }
}
