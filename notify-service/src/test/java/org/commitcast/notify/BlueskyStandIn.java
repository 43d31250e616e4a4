package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches for those with a session only, and only where there are words to search for; shows posts to everybody. */
public final class BlueskyStandIn extends StandIn {
    public static final String HANDLE = "turning.example";
    public static final String PASSWORD = "abcd-efgh-ijkl-mnop";
    public static final String AUTHOR = "did:plc:z72i7hdynmk6r22z27h6tvur";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> posts = new ConcurrentHashMap<>();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile String valid = "";

    public BlueskyStandIn() {
        keepsTo(3000, Duration.ofMinutes(5));
    }

    @Override
    void tooMany(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .add("RateLimit-Reset", String.valueOf(Instant.now().getEpochSecond() + 300));
        answer(exchange, 429, "{\"error\":\"RateLimitExceeded\",\"message\":\"Rate Limit Exceeded\"}");
    }

    @Override
    void discussed(String id, JsonNode thread) {
        ObjectNode post = Optional.ofNullable(posts.get("at://" + AUTHOR + "/app.bsky.feed.post/" + id))
                .orElseGet(() -> post(
                        id, thread.path("title").asText(), thread.path("url").asText()));
        post.withObject("record").put("createdAt", Instant.now().toString());
        post.set("likeCount", thread.path("score"));
        post.set("replyCount", thread.path("comments"));
    }

    /** Somebody posts something with a card for an address; gives what can be changed of it. */
    public ObjectNode post(String key, String text, String url) {
        String uri = "at://" + AUTHOR + "/app.bsky.feed.post/" + key;
        ObjectNode post = JSON.createObjectNode().put("uri", uri).put("cid", "bafy" + key);
        post.putObject("author").put("did", AUTHOR).put("handle", "somebody.example");
        ObjectNode record = post.putObject("record").put("text", text).put("createdAt", "2026-03-02T06:30:00.000Z");
        record.putObject("embed")
                .put("$type", "app.bsky.embed.external")
                .putObject("external")
                .put("uri", url);
        post.put("replyCount", 0).put("repostCount", 0).put("likeCount", 0).put("quoteCount", 0);
        posts.put(uri, post);
        return post;
    }

    public void delete(String key) {
        posts.remove("at://" + AUTHOR + "/app.bsky.feed.post/" + key);
    }

    public void block(String key) {
        blocked.add("at://" + AUTHOR + "/app.bsky.feed.post/" + key);
    }

    public void expireSessions() {
        valid = "";
    }

    public int sessionsMade() {
        return sessions.get();
    }

    /** Methods of all requests. */
    public List<String> asked() {
        return asked;
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().replaceFirst("^/xrpc/", "");
        asked.add(method);
        switch (method) {
            case "com.atproto.server.createSession" -> createSession(exchange);
            case "app.bsky.feed.searchPosts" -> search(exchange);
            case "app.bsky.feed.getPosts" -> getPosts(exchange);
            case "app.bsky.feed.getPostThread" -> getPostThread(exchange);
            default -> answer(exchange, 501, "{\"error\":\"MethodNotImplemented\"}");
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
        valid = "session-" + sessions.incrementAndGet();
        answer(exchange, 200, "{\"accessJwt\":\"" + valid + "\",\"refreshJwt\":\"r\",\"did\":\"did:plc:x\"}");
    }

    private void search(HttpExchange exchange) throws IOException {
        String authorization = Objects.toString(exchange.getRequestHeaders().getFirst("Authorization"), "");
        Map<String, String> query = query(exchange);
        if (authorization.isEmpty()) {
            answer(exchange, 403, "<html><body>Forbidden</body></html>");
        } else if (valid.isEmpty() || !authorization.equals("Bearer " + valid)) {
            answer(exchange, 400, "{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}");
        } else if (query.getOrDefault("q", "").isEmpty()) {
            answer(exchange, 400, "{\"error\":\"InvalidRequest\",\"message\":\"q is required\"}");
        } else {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode found = answer.putArray("posts");
            posts.values().stream()
                    .filter(post -> post.toString().contains(query.getOrDefault("url", "")))
                    .forEach(found::add);
            exchange.getResponseHeaders().add("RateLimit-Limit", "3000");
            exchange.getResponseHeaders().add("RateLimit-Remaining", "2999");
            exchange.getResponseHeaders().add("RateLimit-Reset", "1772433300");
            answer(exchange, 200, answer.toString());
        }
    }

    private void getPosts(HttpExchange exchange) throws IOException {
        List<String> uris = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> URLDecoder.decode(pair.replaceFirst("^uris=", ""), StandardCharsets.UTF_8))
                .toList();
        if (uris.size() > 25) {
            answer(exchange, 400, "{\"error\":\"InvalidRequest\",\"message\":\"uris is too long\"}");
            return;
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("posts");
        uris.stream()
                .filter(uri -> !blocked.contains(uri))
                .map(posts::get)
                .filter(Objects::nonNull)
                .forEach(found::add);
        answer(exchange, 200, answer.toString());
    }

    private void getPostThread(HttpExchange exchange) throws IOException {
        String uri = query(exchange).getOrDefault("uri", "").replace("at://somebody.example/", "at://" + AUTHOR + "/");
        ObjectNode answer = JSON.createObjectNode();
        if (blocked.contains(uri)) {
            answer.putObject("thread")
                    .put("$type", "app.bsky.feed.defs#blockedPost")
                    .put("uri", uri)
                    .put("blocked", true);
            answer(exchange, 200, answer.toString());
        } else if (posts.containsKey(uri)) {
            answer.putObject("thread")
                    .put("$type", "app.bsky.feed.defs#threadViewPost")
                    .set("post", posts.get(uri));
            answer(exchange, 200, answer.toString());
        } else {
            answer(exchange, 400, "{\"error\":\"NotFound\",\"message\":\"Post not found: " + uri + "\"}");
        }
    }
}
