package org.commitcast.feed;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Stands in for a WebSub hub: looks, as hubs do, at what it is told of, and records that. */
final class Hub implements AutoCloseable {
    private static final String PUBLIC = "https://commitcast.example";

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final ToIntFunction<Told> answer;

    /**
     * What it was told.
     *
     * @param number how often it had been told of that topic, this time included
     * @param bytes what was there at that moment
     */
    record Told(Map<String, String> form, String topic, long number, String bytes, Instant at) {}

    /** @param answer the status of each answer; a 503 asks to come again in a second */
    Hub(ToIntFunction<Told> answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** All, in the order in which they came. */
    List<Told> told() {
        return told;
    }

    List<Told> toldOf(String path) {
        return toldOfAddress(PUBLIC + path);
    }

    List<Told> toldOfAddress(String topic) {
        return told.stream().filter(one -> one.topic().equals(topic)).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String topic = form.getOrDefault("hub.url", "");
        String bytes = given().get(topic.startsWith(PUBLIC) ? topic.substring(PUBLIC.length()) : topic)
                .asString();
        long number;
        Told one;
        synchronized (told) {
            number = told.stream().filter(other -> other.topic().equals(topic)).count() + 1;
            one = new Told(form, topic, number, bytes, Instant.now());
            told.add(one);
        }
        int status = answer.applyAsInt(one);
        if (status == 503) {
            exchange.getResponseHeaders()
                    .set("Retry-After", Long.toString(Duration.ofSeconds(1).toSeconds()));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
