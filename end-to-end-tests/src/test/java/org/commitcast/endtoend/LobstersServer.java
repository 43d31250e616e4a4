package org.commitcast.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lobsters, which answers 429 to whoever asks more than it allows an address, and 400 to parameters that it does not know.
 *
 * @see <a href="https://github.com/lobsters/lobsters/blob/main/config/initializers/rack_attack.rb">its limits</a>
 */
final class LobstersServer extends StandIn implements DiscussionServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Duration, Integer> LIMITS = Map.of(
            Duration.ofSeconds(1), 4,
            Duration.ofMinutes(1), 30,
            Duration.ofMinutes(10), 100,
            Duration.ofHours(1), 400);

    private final Map<String, ObjectNode> stories = new ConcurrentHashMap<>();
    private final Calls searches = new Calls();
    private final Calls looks = new Calls();
    /** When it was asked, the latest first, in nanoseconds. */
    private final Deque<Long> asked = new ArrayDeque<>();

    private int refusals;

    LobstersServer() {
        open();
    }

    @Override
    public String platform() {
        return "lobsters";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("COMMITCAST_SOURCES_LOBSTERS_URL", url());
    }

    @Override
    public String post(String title, String page) {
        String id = Integer.toString(50_000_000 + stories.size(), 36);
        String thread = "https://lobste.rs/s/" + id + "/a_title";
        stories.put(
                id,
                JSON.createObjectNode()
                        .put("short_id", id)
                        .put("created_at", Clock.systemUTC().instant().toString())
                        .put("title", title)
                        .put("url", page)
                        .put("score", 12)
                        .put("comment_count", 3)
                        .put("submitter_user", "lampkeeper")
                        .put("comments_url", thread));
        return thread;
    }

    /** What the search was asked for. */
    Calls searched() {
        return searches;
    }

    /** The ids of stories that were looked at. */
    Calls looked() {
        return looks;
    }

    @Override
    public List<String> searches() {
        return searches.all();
    }

    /** How often it was asked more than it allows. */
    synchronized int refusals() {
        return refusals;
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        boolean search = path.equals("/stories/url/all.json");
        if (!isAllowed()) {
            reply(exchange, 429, "Too Many Requests");
        } else if (!(search ? Set.of("url") : Set.of()).containsAll(query.keySet())) {
            reply(exchange, 400, "{\"error\":\"400 Unpermitted query or form parameter\"}");
        } else if (search) {
            String address = query.getOrDefault("url", "");
            searches.during(address, () -> reply(exchange, 200, found(address)));
        } else {
            String id = path.replaceFirst("^/s/", "").replaceFirst("\\.json$", "");
            ObjectNode story = stories.get(id);
            looks.during(id, () -> reply(exchange, story == null ? 404 : 200, String.valueOf(story)));
        }
    }

    private String found(String address) {
        ArrayNode found = JSON.createArrayNode();
        stories.values().stream()
                .filter(story -> plain(story.path("url").asText()).equals(plain(address)))
                .forEach(found::add);
        return found.toString();
    }

    private static String plain(String address) {
        return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private synchronized boolean isAllowed() {
        long now = System.nanoTime();
        asked.addFirst(now);
        boolean allowed = LIMITS.entrySet().stream()
                .allMatch(limit -> since(now - limit.getKey().toNanos()) <= limit.getValue());
        refusals += allowed ? 0 : 1;
        return allowed;
    }

    private int since(long time) {
        int calls = 0;
        for (Iterator<Long> one = asked.iterator(); one.hasNext() && one.next() - time > 0; ) {
            calls++;
        }
        return calls;
    }
}
