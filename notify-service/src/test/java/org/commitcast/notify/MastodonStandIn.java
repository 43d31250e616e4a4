package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Refuses what Mastodon refuses: no token, no text, too long a text; knows repetitions by their key. */
final class MastodonStandIn extends StandIn {
    static final String TOKEN = "m4stodon-t0ken";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> byKey = new ConcurrentHashMap<>();
    private final List<ObjectNode> statuses = new CopyOnWriteArrayList<>();
    private volatile boolean forgetful;

    /** The public posts, oldest first. */
    List<String> posts() {
        return statuses.stream().map(status -> status.get("text").asText()).toList();
    }

    /** An hour passes: keys are forgotten. */
    void forgetKeys() {
        forgetful = true;
        byKey.clear();
    }

    /** The next post is taken, but its answer never arrives. */
    void nextLosesItsAnswer() {
        next(exchange -> {
            post(exchange);
            exchange.close();
        });
    }

    /** The next post is taken, and its answer held back until the latch is counted down. */
    CountDownLatch nextHangs() {
        CountDownLatch over = new CountDownLatch(1);
        next(exchange -> {
            ObjectNode status = post(exchange);
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, 200, status.toString());
        });
        return over;
    }

    /** The next post goes down with its connection. */
    void nextIsLost() {
        next(HttpExchange::close);
    }

    @Override
    boolean interceptable(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST");
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/v2/instance")) {
            answer(
                    exchange,
                    200,
                    "{\"configuration\":{\"statuses\":{\"max_characters\":500,\"characters_reserved_per_url\":23}}}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"The access token is invalid\"}");
        } else if (path.equals("/api/v1/accounts/verify_credentials")) {
            answer(exchange, 200, "{\"id\":\"7\",\"url\":\"https://social.example/@lathe\"}");
        } else if (path.equals("/api/v1/accounts/7/statuses")) {
            ArrayNode newestFirst = JSON.createArrayNode();
            if (exchange.getRequestURI().getQuery().contains("max_id")) {
                answer(exchange, 200, "[]");
                return;
            }
            for (int i = statuses.size() - 1; i >= 0; i--) {
                newestFirst.add(statuses.get(i));
            }
            answer(exchange, 200, newestFirst.toString());
        } else if (path.equals("/api/v1/statuses")
                && exchange.getRequestMethod().equals("POST")) {
            ObjectNode status = post(exchange);
            answer(exchange, status.has("error") ? 422 : 200, status.toString());
        } else {
            answer(exchange, 404, "{\"error\":\"Record not found\"}");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }

    private ObjectNode post(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(body(exchange));
        String text = body.path("status").asText("");
        long counted =
                text.replaceAll("https?://\\S+", "x".repeat(23)).codePoints().count();
        if (text.isBlank() || counted > 500) {
            return JSON.createObjectNode().put("error", "Validation failed");
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        ObjectNode known = key == null ? null : byKey.get(key);
        if (known != null) {
            return known;
        }
        ObjectNode status = JSON.createObjectNode();
        String id = String.valueOf(1000 + statuses.size());
        status.put("id", id)
                .put("url", "https://social.example/@lathe/" + id)
                .put("created_at", Instant.now().toString())
                .put("text", text)
                .put("content", "<p>" + escaped(text).replaceAll("(https?://\\S+)", "<a href=\"$1\">$1</a>") + "</p>");
        statuses.add(status);
        if (key != null && !forgetful) {
            byKey.put(key, status);
        }
        return status;
    }
}
