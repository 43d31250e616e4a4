package org.commitcast.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reddit: gives tokens to an application, and links by their address to who shows one and says in Reddit's form who asks.
 *
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/API">its rules</a>
 */
final class RedditServer extends StandIn implements DiscussionServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "a-client";
    private static final String SECRET = "reddit-secret";
    private static final String VALID = "reddit-secret-token";

    private final Map<String, ObjectNode> links = new ConcurrentHashMap<>();
    private final List<String> searches = new CopyOnWriteArrayList<>();

    RedditServer() {
        open();
    }

    @Override
    public String platform() {
        return "reddit";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "COMMITCAST_SOURCES_REDDIT_CLIENT_ID",
                CLIENT,
                "COMMITCAST_SOURCES_REDDIT_CLIENT_SECRET",
                SECRET,
                "COMMITCAST_SOURCES_REDDIT_USER",
                "lampkeeper",
                "COMMITCAST_SOURCES_REDDIT_URL",
                url(),
                "COMMITCAST_SOURCES_REDDIT_LOGIN_URL",
                url());
    }

    @Override
    public String post(String title, String page) {
        String id = Integer.toString(50_000_000 + links.size(), 36);
        String permalink = "/r/lamps/comments/" + id + "/a_title/";
        links.put(
                "t3_" + id,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("name", "t3_" + id)
                        .put("title", title)
                        .put("url", page)
                        .put("author", "lampkeeper")
                        .put("permalink", permalink)
                        .put("score", 12)
                        .put("num_comments", 3)
                        .put("created_utc", (double) Clock.systemUTC().instant().getEpochSecond())
                        .put("is_self", false)
                        .put("archived", false)
                        .put("locked", false)
                        .putNull("removed_by_category"));
        return "https://www.reddit.com" + permalink;
    }

    @Override
    public List<String> searches() {
        return List.copyOf(searches);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (!agent.matches("[a-z]+:[a-z.]+:v?[0-9.]+ \\(by /u/[A-Za-z0-9_-]+\\)")) {
            reply(exchange, 429, "{\"message\":\"Too Many Requests\",\"error\":429}");
        } else if (path.equals("/api/v1/access_token") && isShown(exchange, basic())) {
            reply(exchange, 200, "{\"access_token\":\"" + VALID + "\",\"token_type\":\"bearer\",\"expires_in\":86400}");
        } else if (path.equals("/api/info") && isShown(exchange, "Bearer " + VALID)) {
            reply(exchange, 200, listing(query(exchange)));
        } else {
            reply(exchange, 401, "{\"message\":\"Unauthorized\",\"error\":401}");
        }
    }

    private static String basic() {
        byte[] both = (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static boolean isShown(HttpExchange exchange, String authorization) {
        return authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private String listing(Map<String, String> query) {
        String address = query.get("url");
        if (address != null) {
            searches.add(address);
        }
        ObjectNode listing = JSON.createObjectNode().put("kind", "Listing");
        ArrayNode children = listing.putObject("data").putArray("children");
        List<String> ids = List.of(query.getOrDefault("id", "").split(",", -1));
        links.values().stream()
                .filter(link -> ids.contains(link.path("name").asText())
                        || link.path("url").asText().equals(address))
                .forEach(link -> children.addObject().put("kind", "t3").set("data", link));
        return listing.toString();
    }
}
