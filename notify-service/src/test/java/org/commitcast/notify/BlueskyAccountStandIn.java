package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** An account's server: takes posts as their lexicon says, each at its place, from whoever has a session. */
public final class BlueskyAccountStandIn extends StandIn {
    public static final String HANDLE = "turning.example";
    public static final String PASSWORD = "abcd-efgh-ijkl-mnop";
    public static final String DID = "did:plc:z72i7hdynmk6r22z27h6tvur";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLLECTION = "app.bsky.feed.post";

    private final Map<String, JsonNode> posts = new LinkedHashMap<>();
    private final List<String> blobs = new ArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile String access = "";
    private volatile String refresh = "";

    /** Posts as they stand, oldest first. */
    public synchronized List<JsonNode> posts() {
        return List.copyOf(posts.values());
    }

    public synchronized List<String> keys() {
        return List.copyOf(posts.keySet());
    }

    public int sessionsMade() {
        return sessions.get();
    }

    public int sessionsRefreshed() {
        return refreshed.get();
    }

    /** Somebody revokes the access tokens. */
    public void endSessions() {
        access = "";
    }

    /** The next post is taken, but its answer never arrives. */
    public void nextPostLosesItsAnswer() {
        next(exchange -> {
            put(body(exchange));
            exchange.close();
        });
    }

    @Override
    boolean interceptable(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().endsWith("putRecord");
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/xrpc/com.atproto.server.createSession" -> createSession(exchange);
            case "/xrpc/com.atproto.server.refreshSession" -> refreshSession(exchange);
            case "/xrpc/com.atproto.repo.uploadBlob" -> uploadBlob(exchange);
            case "/xrpc/com.atproto.repo.putRecord" -> putRecord(exchange);
            case "/picture.jpg" -> picture(exchange, 20_000);
            case "/poster.jpg" -> picture(exchange, 1_500_000);
            default ->
                answer(exchange, 501, "{\"error\":\"MethodNotImplemented\",\"message\":\"Method Not Implemented\"}");
        }
    }

    private void createSession(HttpExchange exchange) throws IOException {
        JsonNode login = JSON.readTree(body(exchange));
        if (!login.path("identifier").asText().equals(HANDLE)
                || !login.path("password").asText().equals(PASSWORD)) {
            answer(
                    exchange,
                    401,
                    "{\"error\":\"AuthenticationRequired\",\"message\":\"Invalid identifier or password\"}");
            return;
        }
        sessions.incrementAndGet();
        answerSession(exchange);
    }

    private void refreshSession(HttpExchange exchange) throws IOException {
        if (!("Bearer " + refresh).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 400, "{\"error\":\"ExpiredToken\",\"message\":\"Token has been revoked\"}");
            return;
        }
        refreshed.incrementAndGet();
        answerSession(exchange);
    }

    private void answerSession(HttpExchange exchange) throws IOException {
        int number = sessions.get() + refreshed.get();
        access = "access-" + number;
        refresh = "refresh-" + number;
        answer(
                exchange,
                200,
                JSON.createObjectNode()
                        .put("did", DID)
                        .put("handle", HANDLE)
                        .put("accessJwt", access)
                        .put("refreshJwt", refresh)
                        .toString());
    }

    private boolean isIn(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null) {
            answer(exchange, 401, "{\"error\":\"AuthMissing\",\"message\":\"Authentication Required\"}");
        } else if (access.isEmpty() || !authorization.equals("Bearer " + access)) {
            answer(exchange, 400, "{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}");
        } else {
            return true;
        }
        return false;
    }

    private void uploadBlob(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        if (!isIn(exchange)) {
            return;
        }
        String link = "bafkrei" + bytes.length;
        synchronized (this) {
            blobs.add(link);
        }
        var blob = JSON.createObjectNode();
        blob.putObject("blob")
                .put("$type", "blob")
                .put("mimeType", exchange.getRequestHeaders().getFirst("Content-Type"))
                .put("size", bytes.length)
                .putObject("ref")
                .put("$link", link);
        answer(exchange, 200, blob.toString());
    }

    private void putRecord(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (!isIn(exchange)) {
            return;
        }
        Optional<String> refusal = put(body);
        if (refusal.isPresent()) {
            answer(
                    exchange,
                    400,
                    JSON.createObjectNode()
                            .put("error", "InvalidRequest")
                            .put("message", refusal.get())
                            .toString());
            return;
        }
        String key = JSON.readTree(body).path("rkey").asText();
        answer(exchange, 200, "{\"uri\":\"at://" + DID + "/" + COLLECTION + "/" + key + "\",\"cid\":\"bafyrei1\"}");
    }

    private synchronized Optional<String> put(String body) throws IOException {
        JsonNode put = JSON.readTree(body);
        JsonNode record = put.path("record");
        Optional<String> refusal = refusal(put, record);
        if (refusal.isEmpty()) {
            posts.put(put.path("rkey").asText(), record);
        }
        return refusal;
    }

    private Optional<String> refusal(JsonNode put, JsonNode record) {
        String text = record.path("text").asText("");
        JsonNode external = record.path("embed").path("external");
        if (!put.path("repo").asText().equals(DID)
                || !put.path("collection").asText().equals(COLLECTION)) {
            return Optional.of("Could not find repo: " + put.path("repo").asText());
        }
        if (!put.path("rkey").asText().matches("[234567abcdefghij][234567a-z]{12}")) {
            return Optional.of("Invalid record key");
        }
        if (!record.path("$type").asText().equals(COLLECTION)
                || !isTime(record.path("createdAt").asText())) {
            return Optional.of("Invalid app.bsky.feed.post record: Record must have the property \"createdAt\"");
        }
        if (Pattern.compile("\\X").matcher(text).results().count() > 300
                || text.getBytes(StandardCharsets.UTF_8).length > 3000) {
            return Optional.of("Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes");
        }
        if (!external.path("uri").isTextual()
                || !external.path("title").isTextual()
                || !external.path("description").isTextual()) {
            return Optional.of(
                    "Invalid app.bsky.feed.post record: Record/embed/external must have title and description");
        }
        if (external.has("thumb")
                && !blobs.contains(
                        external.path("thumb").path("ref").path("$link").asText())) {
            return Optional.of("Could not find blob");
        }
        return facets(record, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> facets(JsonNode record, byte[] text) {
        for (JsonNode facet : record.path("facets")) {
            int from = facet.path("index").path("byteStart").asInt(-1);
            int to = facet.path("index").path("byteEnd").asInt(-1);
            JsonNode feature = facet.path("features").path(0);
            String shown = from < 0 || to > text.length || to < from
                    ? ""
                    : new String(text, from, to - from, StandardCharsets.UTF_8);
            if (!shown.equals(feature.path("uri").asText())
                    && !shown.equals("#" + feature.path("tag").asText())) {
                return Optional.of("Invalid facet: it shows '" + shown + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void picture(HttpExchange exchange, int size) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, size);
        exchange.getResponseBody().write(new byte[size]);
        exchange.close();
    }
}
