package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses parameters that Lobsters refuses, and takes spellings of an address for one as it does. */
public final class LobstersStandIn extends StandIn {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> stories = new ConcurrentHashMap<>();
    private final Map<String, String> merged = new ConcurrentHashMap<>();

    public LobstersStandIn() {
        keepsTo(4, Duration.ofSeconds(1));
        keepsTo(30, Duration.ofMinutes(1));
        keepsTo(100, Duration.ofMinutes(10));
        keepsTo(400, Duration.ofHours(1));
    }

    @Override
    void tooMany(HttpExchange exchange) throws IOException {
        answer(exchange, 429, "Retry later\n");
    }

    @Override
    void discussed(String id, JsonNode thread) {
        ObjectNode story = Optional.ofNullable(stories.get(id)).orElseGet(() -> post(
                        id, thread.path("title").asText(), thread.path("url").asText())
                .put("created_at", Instant.now().toString()));
        story.set("score", thread.path("score"));
        story.set("comment_count", thread.path("comments"));
    }

    public ObjectNode post(String id, String title, String url) {
        ObjectNode story = JSON.createObjectNode()
                .put("short_id", id)
                .put("created_at", "2026-03-01T23:05:11.000-06:00")
                .put("title", title)
                .put("url", url)
                .put("score", 1)
                .put("comment_count", 0)
                .put("submitter_user", "somebody")
                .put("short_id_url", "https://lobste.rs/s/" + id)
                .put(
                        "comments_url",
                        "https://lobste.rs/s/" + id + "/"
                                + title.toLowerCase(Locale.ROOT).replace(' ', '_'));
        stories.put(id, story);
        return story;
    }

    public void delete(String id) {
        stories.remove(id);
    }

    public void merge(String id, String into) {
        stories.remove(id);
        merged.put(id, into);
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean search = path.equals("/stories/url/all.json");
        Map<String, String> query = query(exchange);
        String id = path.replaceFirst("^/s/", "").replaceFirst("\\.json$", "");
        if (!(search ? Set.of("url") : Set.of()).containsAll(query.keySet())) {
            answer(exchange, 400, "{\"error\":\"400 Unpermitted query or form parameter\"}");
        } else if (search) {
            ArrayNode found = JSON.createArrayNode();
            stories.values().stream()
                    .filter(story -> normal(story.path("url").asText()).equals(normal(query.getOrDefault("url", ""))))
                    .forEach(found::add);
            answer(exchange, 200, found.toString());
        } else if (merged.containsKey(id)) {
            exchange.getResponseHeaders().add("Location", url() + "/s/" + merged.get(id) + ".json");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        } else if (stories.containsKey(id)) {
            ObjectNode story = JSON.createObjectNode().setAll(stories.get(id));
            story.putArray("comments");
            answer(exchange, 200, story.toString());
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    private static String normal(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
