package org.commitcast.guardedhttp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostedFileTest {
    private final GuardedHttp http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing("loopback")), "Test");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    HostedFileTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private HostedFile ask(HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                String range = exchange.getRequestHeaders().getFirst("Range");
                asked.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
                handler.handle(exchange);
            }
        });
        server.start();
        return HostedFile.ask(http, url("/a.mp3"), Limits.USUAL);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/ep[1].mp3", "https://example.org/a|b.mp3", "https://example.org/100%.mp3"})
    void saysOfAnAddressThatIsNoneWhatIsWrongWithIt(String address) {
        assertThat(HostedFile.ask(http, address, Limits.USUAL).problem())
                .startsWith("the address has a character that must be escaped: ");
    }

    @Test
    void asksOnceWhereHeadSaysItAll() {
        HostedFile file = ask(exchange -> answer(
                exchange, 200, "Content-Length", "1200", "Content-Type", "audio/mpeg", "Accept-Ranges", "bytes"));

        assertThat(file.problem()).isNull();
        assertThat(file.length()).isEqualTo(1200);
        assertThat(file.type()).isEqualTo("audio/mpeg");
        assertThat(file.ranges()).isTrue();
        assertThat(asked).containsExactly("HEAD /a.mp3");
    }

    @Test
    void asksForOneByteWhereHeadIsNotAllowed() throws IOException {
        HostedFile file = ask(exchange -> {
            if (isHead(exchange)) {
                answer(exchange, 405);
            } else {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-0/1200");
                exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
                exchange.sendResponseHeaders(206, 1);
                exchange.getResponseBody().write('x');
            }
        });

        assertThat(file.problem()).isNull();
        assertThat(file.length()).isEqualTo(1200);
        assertThat(file.ranges()).isTrue();
        assertThat(asked).containsExactly("HEAD /a.mp3", "GET /a.mp3 bytes=0-0");
    }

    @Test
    void findsOutThatPartsAreNotSent() throws IOException {
        HostedFile file = ask(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
            if (isHead(exchange)) {
                answer(exchange, 200, "Content-Length", "5");
            } else {
                exchange.sendResponseHeaders(200, 5);
                exchange.getResponseBody().write("sound".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        });

        assertThat(file.length()).isEqualTo(5);
        assertThat(file.ranges()).isFalse();
    }

    @Test
    void asksForPartsWhereTheFileReallyIs() {
        HostedFile file = ask(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/a.mp3")) {
                answer(
                        exchange,
                        302,
                        "Location",
                        "http://localhost:" + server.getAddress().getPort() + "/there.mp3");
            } else {
                answer(exchange, isHead(exchange) ? 200 : 206, "Content-Range", "bytes 0-0/77");
            }
        });

        assertThat(file.length()).isEqualTo(77);
        assertThat(file.url().getHost()).isEqualTo("localhost");
        assertThat(asked).containsExactly("HEAD /a.mp3", "HEAD /there.mp3", "GET /there.mp3 bytes=0-0");
    }

    @Test
    void saysWhyNothingIsThere() {
        assertThat(ask(exchange -> answer(exchange, 404)).problem()).isEqualTo("127.0.0.1 answered 404");
    }

    @Test
    void goesNowhereThatIsNotAllowed() {
        HostedFile file =
                ask(exchange -> answer(exchange, 302, "Location", "http://169.254.169.254/latest/meta-data/"));

        assertThat(file.problem()).contains("link-local");
        assertThat(asked).containsExactly("HEAD /a.mp3");
    }
}
