package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Refuses what Reddit refuses: other credentials, an expired token, and whoever does not say in its form who asks. */
public final class RedditStandIn extends StandIn {
    public static final String CLIENT = "a-client";
    public static final String SECRET = "a-secret";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern AGENT = Pattern.compile("[a-z]+:[a-z.]+:v?[0-9.]+ \\(by /u/[A-Za-z0-9_-]+\\)");

    private final Map<String, ObjectNode> links = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String valid = "";

    public RedditStandIn() {
        keepsTo(60, Duration.ofMinutes(1));
    }

    @Override
    void tooMany(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("X-Ratelimit-Remaining", "0.0");
        exchange.getResponseHeaders().add("X-Ratelimit-Reset", "60");
        answer(exchange, 429, "{\"message\":\"Too Many Requests\",\"error\":429}");
    }

    @Override
    void discussed(String id, JsonNode thread) {
        ObjectNode link = Optional.ofNullable(links.get("t3_" + id)).orElseGet(() -> post(
                        id, thread.path("title").asText(), thread.path("url").asText())
                .put("created_utc", (double) Instant.now().getEpochSecond()));
        link.set("score", thread.path("score"));
        link.set("num_comments", thread.path("comments"));
    }

    public ObjectNode post(String id, String title, String url) {
        ObjectNode link = JSON.createObjectNode()
                .put("id", id)
                .put("name", "t3_" + id)
                .put("title", title)
                .put("url", url)
                .put("author", "somebody")
                .put("permalink", "/r/turning/comments/" + id + "/a_title/")
                .put("score", 1)
                .put("num_comments", 0)
                .put("created_utc", 1772433000.0)
                .put("is_self", false)
                .put("archived", false)
                .put("locked", false)
                .putNull("removed_by_category");
        links.put("t3_" + id, link);
        return link;
    }

    /** All tokens that were given are refused from now on. */
    public void expireTokens() {
        valid = "";
    }

    public int tokensGiven() {
        return tokens.get();
    }

    /** Paths and queries of all requests. */
    public List<String> asked() {
        return asked;
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String agent = Objects.toString(exchange.getRequestHeaders().getFirst("User-Agent"), "");
        String authorization = Objects.toString(exchange.getRequestHeaders().getFirst("Authorization"), "");
        if (!AGENT.matcher(agent).matches()) {
            answer(exchange, 429, "{\"message\":\"Too Many Requests\",\"error\":429}");
        } else if (exchange.getRequestURI().getPath().equals("/api/v1/access_token")) {
            giveToken(exchange, authorization);
        } else if (valid.isEmpty() || !authorization.equals("Bearer " + valid)) {
            answer(exchange, 401, "{\"message\":\"Unauthorized\",\"error\":401}");
        } else if (exchange.getRequestURI().getPath().equals("/api/info")) {
            exchange.getResponseHeaders().add("X-Ratelimit-Used", "4");
            exchange.getResponseHeaders().add("X-Ratelimit-Remaining", "596.0");
            exchange.getResponseHeaders().add("X-Ratelimit-Reset", "311");
            answer(exchange, 200, listing(query(exchange)));
        } else {
            answer(exchange, 404, "{\"message\":\"Not Found\",\"error\":404}");
        }
    }

    private void giveToken(HttpExchange exchange, String authorization) throws IOException {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!authorization.equals(basic)) {
            answer(exchange, 401, "{\"message\":\"Unauthorized\",\"error\":401}");
        } else if (!body(exchange).contains("grant_type=client_credentials")) {
            answer(exchange, 200, "{\"error\":\"unsupported_grant_type\"}");
        } else {
            valid = "token-" + tokens.incrementAndGet();
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"" + valid
                            + "\",\"token_type\":\"bearer\",\"expires_in\":86400,\"scope\":\"*\"}");
        }
    }

    private String listing(Map<String, String> query) {
        ObjectNode listing = JSON.createObjectNode().put("kind", "Listing");
        ArrayNode children = listing.putObject("data").putArray("children");
        List<String> ids = List.of(query.getOrDefault("id", "").split(","));
        links.values().stream()
                .filter(link -> ids.contains(link.path("name").asText())
                        || link.path("url").asText().equals(query.get("url")))
                .forEach(link -> children.addObject().put("kind", "t3").set("data", link));
        return listing.toString();
    }
}
