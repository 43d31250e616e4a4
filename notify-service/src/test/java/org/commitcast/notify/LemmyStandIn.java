package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Searches for the exact address, as Lemmy 0.19, and says that a post is gone as it does, with status 400. */
public final class LemmyStandIn extends StandIn {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> posts = new ConcurrentHashMap<>();

    public LemmyStandIn() {
        // What is usual for searches, which are most of the calls.
        keepsTo(60, Duration.ofMinutes(10));
    }

    @Override
    void tooMany(HttpExchange exchange) throws IOException {
        answer(exchange, 400, "{\"error\":\"rate_limit_error\"}");
    }

    @Override
    void discussed(String id, JsonNode thread) {
        ObjectNode view = Optional.ofNullable(posts.get(id))
                .orElseGet(() -> post(
                        Integer.parseInt(id),
                        thread.path("title").asText(),
                        thread.path("url").asText()));
        view.withObject("post").put("published", Instant.now().toString());
        ObjectNode counts = view.withObject("counts");
        counts.set("score", thread.path("score"));
        counts.set("comments", thread.path("comments"));
    }

    /** Somebody here posts something; gives what can be changed of it. */
    public ObjectNode post(int id, String title, String url) {
        return post(id, title, url, url() + "/post/" + id);
    }

    /** Somebody elsewhere posts something, of which a copy arrives here. */
    public ObjectNode post(int id, String title, String url, String apId) {
        ObjectNode view = JSON.createObjectNode();
        view.putObject("post")
                .put("id", id)
                .put("name", title)
                .put("url", url)
                .put("ap_id", apId)
                .put("published", "2026-03-02T06:30:00.123456Z")
                .put("removed", false)
                .put("deleted", false)
                .put("locked", false);
        view.putObject("creator").put("name", "somebody");
        view.putObject("community").put("name", "turning");
        view.putObject("counts").put("score", 1).put("comments", 0);
        posts.put(String.valueOf(id), view);
        return view;
    }

    public void remove(int id) {
        posts.remove(String.valueOf(id));
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/v3/search")) {
            ObjectNode answer = JSON.createObjectNode().put("type_", query.get("type_"));
            ArrayNode found = answer.putArray("posts");
            posts.values().stream()
                    .filter(view -> "Url".equals(query.get("type_")))
                    .filter(view -> view.path("post").path("url").asText().equals(query.get("q")))
                    .forEach(found::add);
            answer(exchange, 200, answer.toString());
        } else if (path.equals("/api/v3/post") && posts.containsKey(query.getOrDefault("id", ""))) {
            ObjectNode answer = JSON.createObjectNode();
            answer.set("post_view", posts.get(query.getOrDefault("id", "")));
            answer(exchange, 200, answer.toString());
        } else if (path.equals("/api/v3/post")) {
            answer(exchange, 400, "{\"error\":\"couldnt_find_post\"}");
        } else {
            answer(exchange, 404, "");
        }
    }
}
