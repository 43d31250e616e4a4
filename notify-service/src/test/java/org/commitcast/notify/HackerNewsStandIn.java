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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Algolia and Firebase at once, with what {@link StorySearch} finds. Tests that run beside it put stories there as items
 * of Firebase.
 */
public final class HackerNewsStandIn extends StandIn {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> stories = new ConcurrentHashMap<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    void discussed(String id, JsonNode thread) {
        ObjectNode story = Optional.ofNullable(stories.get(id)).orElseGet(() -> post(
                        Long.parseLong(id),
                        thread.path("title").asText(),
                        thread.path("url").asText())
                .put("time", Instant.now().getEpochSecond()));
        story.set("score", thread.path("score"));
        story.set("descendants", thread.path("comments"));
    }

    /** Somebody posts a story; what is given back can be changed as voters would. */
    public ObjectNode post(long id, String title, String url) {
        ObjectNode story = JSON.createObjectNode()
                .put("id", id)
                .put("type", "story")
                .put("by", "somebody")
                .put("time", 1_772_433_000)
                .put("score", 1)
                .put("descendants", 0)
                .put("title", title)
                .put("url", url);
        stories.put(String.valueOf(id), story);
        return story;
    }

    /** Paths and queries of all requests. */
    public List<String> asked() {
        return asked;
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/outage")) {
            failing.set(Integer.parseInt(body(exchange)));
            answer(exchange, 200, "{}");
        } else if (exchange.getRequestMethod().equals("PUT")) {
            ObjectNode story = (ObjectNode) JSON.readTree(body(exchange));
            stories.put(story.path("id").asText(), story);
            answer(exchange, 200, "{}");
        } else if (path.equals("/api/v1/search")
                && query(exchange).getOrDefault("query", "").contains("refused")) {
            answer(exchange, 400, "{\"error\":\"Bad request\"}");
        } else if (path.equals("/api/v1/search") && failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            answer(exchange, 503, "{\"error\":\"Down\"}");
        } else if (path.equals("/api/v1/search")) {
            answerSearch(exchange);
        } else if (path.matches("/v0/item/[0-9]+\\.json")) {
            ObjectNode story = stories.get(path.replaceAll("[^0-9]*/item/|\\.json|/v0", ""));
            answer(exchange, 200, story == null ? "null" : story.toString());
        } else {
            answer(exchange, 404, "{\"error\":\"Not found\"}");
        }
    }

    private void answerSearch(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, 200, search(query(exchange)));
        } catch (StorySearch.Refused e) {
            answer(exchange, 400, "{\"message\":\"" + e.getMessage() + "\",\"status\":400}");
        }
    }

    private String search(Map<String, String> query) throws StorySearch.Refused {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode hits = answer.putArray("hits");
        List<ObjectNode> there = stories.values().stream()
                .filter(story -> !story.path("deleted").asBoolean())
                .toList();
        new StorySearch(query).find(there).forEach(story -> hits.addObject()
                .put("objectID", story.path("id").asText())
                .put("title", story.path("title").asText())
                .put("url", story.path("url").asText())
                .put("author", story.path("by").asText())
                .put("points", story.path("score").asInt())
                .put("num_comments", story.path("descendants").asInt())
                .put("created_at_i", story.path("time").asLong()));
        return answer.put("nbHits", hits.size()).toString();
    }
}
