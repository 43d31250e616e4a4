package org.commitcast.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Hacker News by both of its interfaces: Algolia's search, which is fuzzy and gives what is like the address after what
 * has it, fifty at most; and Firebase's items, among which what is unknown is {@code null}.
 *
 * @see <a href="https://hn.algolia.com/api">the search</a>
 * @see <a href="https://github.com/HackerNews/API">the items</a>
 */
final class HackerNewsServer extends StandIn implements DiscussionServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ITEM = "/v0/item/";

    private final Map<Long, ObjectNode> stories = new ConcurrentSkipListMap<>();
    private final Calls searches = new Calls();
    private final Calls looks = new Calls();

    HackerNewsServer() {
        open();
    }

    @Override
    public String platform() {
        return "hackernews";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "COMMITCAST_SOURCES_HACKERNEWS_SEARCH_URL", url(), "COMMITCAST_SOURCES_HACKERNEWS_ITEMS_URL", url());
    }

    @Override
    public String post(String title, String page) {
        long id = 40_000_000L + stories.size();
        stories.put(
                id,
                JSON.createObjectNode()
                        .put("by", "lampkeeper")
                        .put("descendants", 3)
                        .put("id", id)
                        .put("score", 12)
                        .put(
                                "time",
                                Clock.systemUTC()
                                        .instant()
                                        .minus(Duration.ofMinutes(5))
                                        .getEpochSecond())
                        .put("title", title)
                        .put("type", "story")
                        .put("url", page));
        return "https://news.ycombinator.com/item?id=" + id;
    }

    /** What the search was asked for. */
    Calls searched() {
        return searches;
    }

    /** The ids of items that were looked at. */
    Calls looked() {
        return looks;
    }

    @Override
    public List<String> searches() {
        return searches.all();
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (path.equals("/api/v1/search")) {
            String address = address(query(exchange).getOrDefault("query", ""));
            searches.during(address, () -> reply(exchange, 200, found(address)));
        } else if (path.matches(ITEM + "\\d+\\.json")) {
            String id = path.substring(ITEM.length()).replace(".json", "");
            looks.during(id, () -> reply(exchange, 200, String.valueOf(stories.get(Long.parseLong(id)))));
        } else {
            reply(exchange, 404, "{\"message\":\"Not found\",\"status\":404}");
        }
    }

    /** The address of which a query has the words in a row, in the form that pages and files have in these tests. */
    private static String address(String query) {
        String words = query.replace("\"", "");
        return "https://" + words + (words.matches(".*/[^./]+") ? "/" : "");
    }

    private String found(String address) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode hits = answer.putArray("hits");
        stories.values().stream()
                .filter(story -> host(story.path("url").asText()).equals(host(address)))
                .sorted(Comparator.comparing(
                        story -> !story.path("url").asText().equals(address)))
                .limit(50)
                .forEach(story -> hits.addObject()
                        .put("author", story.path("by").asText())
                        .put("created_at_i", story.path("time").asLong())
                        .put("num_comments", story.path("descendants").asInt())
                        .put("objectID", story.path("id").asText())
                        .put("points", story.path("score").asInt())
                        .put("title", story.path("title").asText())
                        .put("url", story.path("url").asText()));
        return answer.put("nbHits", hits.size()).toString();
    }

    private static String host(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("[/?#].*", "");
    }
}
