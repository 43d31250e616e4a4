package org.commitcast.endtoend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Takes statuses as a Mastodon server does: bearer token, at most 500 characters, and a repeated Idempotency-Key gives
 * the status that it gave before.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/#create">POST /api/v1/statuses</a>
 */
final class MastodonServer extends StandIn {
    static final String TOKEN = "mastodon-secret-token";

    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private final List<String> statuses = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile @Nullable Runnable beforeAnswer;

    MastodonServer() {
        open();
    }

    /** What its timeline shows. */
    List<String> statuses() {
        return List.copyOf(statuses);
    }

    /** The keys of all calls, repetitions included. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Runs once after the next status was taken and before the client hears of it. */
    void beforeNextAnswer(Runnable action) {
        beforeAnswer = action;
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/v2/instance")) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            reply(exchange, 200, "{\"configuration\":{\"statuses\":{\"max_characters\":500}}}");
            return;
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply(exchange, 401, "{\"error\":\"The access token is invalid\"}");
            return;
        }
        if (!path.equals("/api/v1/statuses") || !exchange.getRequestMethod().equals("POST")) {
            reply(exchange, 404, "{\"error\":\"Record not found\"}");
            return;
        }
        take(exchange);
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = status(body(exchange), exchange.getRequestHeaders().getFirst("Content-Type"));
        if (text.isBlank() || text.length() > 5000) {
            reply(exchange, 422, "{\"error\":\"Validation failed: Text can't be blank\"}");
            return;
        }
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        calls.add(key);
        String id = byKey.computeIfAbsent(key, unseen -> {
            statuses.add(text);
            return String.valueOf(statuses.size());
        });
        Runnable action = beforeAnswer;
        beforeAnswer = null;
        if (action != null) {
            action.run();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply(exchange, 200, "{\"id\":\"%s\",\"url\":\"%s/@harbour/%s\"}".formatted(id, url(), id));
    }

    private static String status(String body, @Nullable String contentType) {
        if (contentType != null && contentType.startsWith("application/json")) {
            return io.restassured.path.json.JsonPath.from(body).getString("status");
        }
        for (String field : body.split("&", -1)) {
            if (field.startsWith("status=")) {
                return URLDecoder.decode(field.substring("status=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
