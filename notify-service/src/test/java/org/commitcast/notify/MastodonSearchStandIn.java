package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Searches for those with a token only; shows public statuses to everybody, several at once from 4.3 on. */
public final class MastodonSearchStandIn extends StandIn {
    public static final String TOKEN = "m4stodon-t0ken";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> statuses = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean old;

    public MastodonSearchStandIn() {
        keepsTo(300, Duration.ofMinutes(5));
    }

    @Override
    void tooMany(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .add("X-RateLimit-Reset", Instant.now().plusSeconds(300).toString());
        answer(exchange, 429, "{\"error\":\"Too many requests\"}");
    }

    @Override
    void discussed(String id, JsonNode thread) {
        String title = thread.path("title").asText();
        String url = thread.path("url").asText();
        ObjectNode status = Optional.ofNullable(statuses.get(id))
                .orElseGet(() -> post(id, "<p>" + title + " <a href=\"" + url + "\">there</a></p>")
                        .put("created_at", Instant.now().toString())
                        .put("uri", url() + "/users/somebody/statuses/" + id));
        status.set("favourites_count", thread.path("score"));
        status.set("replies_count", thread.path("comments"));
    }

    /** Somebody posts something, in HTML; gives what can be changed of it. */
    public ObjectNode post(String id, String content) {
        ObjectNode status = JSON.createObjectNode()
                .put("id", id)
                .put("created_at", "2026-03-02T06:30:00.000Z")
                .put("visibility", "public")
                .put("url", url() + "/@somebody/" + id)
                .put("content", content)
                .put("replies_count", 0)
                .put("reblogs_count", 0)
                .put("favourites_count", 0)
                .putNull("card");
        status.putObject("account").put("acct", "somebody");
        statuses.put(id, status);
        return status;
    }

    public void delete(String id) {
        statuses.remove(id);
    }

    /** It is a version from before 4.3. */
    public void isOld() {
        old = true;
    }

    /** Paths and queries of all requests. */
    public List<String> asked() {
        return asked;
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String path = exchange.getRequestURI().getPath();
        ObjectNode status = statuses.get(path.replaceFirst("^/api/v1/statuses/", ""));
        if (path.equals("/api/v2/search")) {
            search(exchange);
        } else if (path.equals("/api/v1/statuses") && !old) {
            ArrayNode found = JSON.createArrayNode();
            Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                    .map(pair -> statuses.get(pair.replaceFirst("^id\\[]=", "")))
                    .filter(Objects::nonNull)
                    .forEach(found::add);
            answer(exchange, 200, found.toString());
        } else if (status != null) {
            answer(exchange, 200, status.toString());
        } else {
            answer(exchange, 404, "{\"error\":\"Record not found\"}");
        }
    }

    private void search(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"The access token is invalid\"}");
            return;
        }
        Map<String, String> query = query(exchange);
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("accounts");
        answer.putArray("hashtags");
        ArrayNode found = answer.putArray("statuses");
        // With resolve, an address is looked up instead of searched for.
        if ("statuses".equals(query.get("type")) && !"true".equals(query.get("resolve"))) {
            statuses.values().stream()
                    .filter(status -> status.toString().contains(query.getOrDefault("q", "")))
                    .forEach(found::add);
        }
        answer(exchange, 200, answer.toString());
    }
}
