package org.commitcast.ingest.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Serves documents and lists them as feed-service does. */
final class StandInFeedService implements AutoCloseable {
    private final HttpServer server;
    private volatile State state = new State("", 0, Map.of());
    private volatile boolean settled = true;

    private record State(String incarnation, long through, Map<String, String> documents) {}

    StandInFeedService() throws IOException {
        int port = Integer.parseInt(System.getProperty(Backends.FEED_SERVICE_PORT));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Has these documents of a site, and no other site's. */
    void has(String ofIncarnation, long throughSequence, Map<String, String> texts) {
        state = new State(ofIncarnation, throughSequence, Map.copyOf(texts));
    }

    void settled(boolean now) {
        settled = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<String> text = text(exchange);
        if (text.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders().set("ETag", etag(text.get()));
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Optional<String> text(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/api/")) {
            return Optional.ofNullable(state.documents().get(path.replaceFirst("^/feeds/[^/]+/", "")));
        }
        boolean admitted =
                ("Bearer " + Backends.TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        return admitted && path.endsWith("/documents") ? Optional.of(list()) : Optional.empty();
    }

    private String list() {
        State now = state;
        String listed = new TreeMap<>(now.documents())
                .entrySet().stream()
                        .map(one -> "{\"file\": \"%s\", \"etag\": \"%s\"}"
                                .formatted(one.getKey(), etag(one.getValue()).replace("\"", "\\\"")))
                        .collect(Collectors.joining(", "));
        return "{\"incarnation\": \"%s\", \"settled\": %s, \"through\": %d, \"documents\": [%s]}"
                .formatted(now.incarnation(), settled, now.through(), listed);
    }

    private static String etag(String text) {
        return "\"" + Integer.toHexString(text.hashCode()) + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
