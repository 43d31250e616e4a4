package org.commitcast.commandline.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands in for Hacker News, with its two interfaces in their form: Algolia's search by words, and Firebase's
 * items. What it does not know it answers as they do.
 *
 * @see <a href="https://hn.algolia.com/api">the search</a>
 * @see <a href="https://github.com/HackerNews/API">the items</a>
 */
final class HackerNews implements AutoCloseable {
    private static final Pattern ITEM = Pattern.compile("/v0/item/(\\d+)\\.json");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<Long, ObjectNode> stories = new ConcurrentSkipListMap<>();
    private final ObjectMapper json = new ObjectMapper();

    private HackerNews(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static HackerNews start() {
        try {
            return new HackerNews(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new DemoFailure("a small web server cannot be started (%s)".formatted(e), e);
        }
    }

    /** Where both interfaces are. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where people read a thread. */
    static String address(long id) {
        return "https://news.ycombinator.com/item?id=" + id;
    }

    /** Somebody submits a page, and others vote and comment. */
    void submit(long id, String title, String url, int points, int comments) {
        stories.put(
                id,
                json.createObjectNode()
                        .put("by", "kettlefan")
                        .put("descendants", comments)
                        .put("id", id)
                        .put("score", points)
                        .put("time", Instant.now().getEpochSecond())
                        .put("title", title)
                        .put("type", "story")
                        .put("url", url));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        var item = ITEM.matcher(path);
        if (path.equals("/api/v1/search")) {
            reply(exchange, 200, search(exchange.getRequestURI()));
        } else if (item.matches()) {
            ObjectNode story = stories.get(Long.parseLong(item.group(1)));
            reply(exchange, 200, story == null ? "null" : story.toString());
        } else {
            reply(exchange, 404, "{\"message\":\"Not found\",\"status\":404}");
        }
    }

    private String search(URI request) {
        Map<String, String> query = Stream.of(
                        request.getRawQuery() == null
                                ? new String[0]
                                : request.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0], parameter -> decoded(parameter[1]), (first, second) -> second));
        ObjectNode answer = json.createObjectNode();
        ArrayNode hits = answer.putArray("hits");
        String wanted = words(query.getOrDefault("query", ""));
        stories.values().stream()
                .filter(story -> words(story.path("url").asText()).contains(wanted))
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

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /** The search compares words, and there is a space on both sides of each here. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
