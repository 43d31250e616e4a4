package org.commitcast.notify.measurement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.commitcast.notify.SourceStandIns;
import org.commitcast.notify.measurement.World.Posted;

/** All sources as stand-ins. What people post is there from the time on that they are told it is. */
public class SixSources implements QuarkusTestResourceLifecycleManager {
    private static final List<String> COUNTS = List.of(
            "score",
            "descendants",
            "comment_count",
            "comments",
            "num_comments",
            "replies_count",
            "favourites_count",
            "likeCount",
            "replyCount");

    private final SourceStandIns sources = new SourceStandIns();
    private final List<ObjectNode> posted = new ArrayList<>();
    private final Queue<Posted> waiting = new ArrayDeque<>(World.create().threads());

    @Override
    public Map<String, String> start() {
        // Time passes faster here than where they count calls.
        sources.hackerNews.hasNoLimits();
        sources.lobsters.hasNoLimits();
        sources.lemmy.hasNoLimits();
        sources.reddit.hasNoLimits();
        sources.mastodon.hasNoLimits();
        sources.bluesky.hasNoLimits();
        Map<String, String> settings = new HashMap<>(sources.settings());
        settings.put("measurement.clock", clock());
        return settings;
    }

    /** Where the time is told to: {@code POST /} with it as the body. */
    private String clock() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                Instant now =
                        Instant.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                posted.forEach(SixSources::grow);
                while (!waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
                    posted.add(post(waiting.remove()));
                }
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode post(Posted thread) {
        String title = thread.item().title();
        String url = thread.item().url();
        String at = thread.at().toString();
        String key = "k" + thread.number();
        return switch (thread.source()) {
            case "hackernews" ->
                sources.hackerNews
                        .post(thread.number(), title, url)
                        .put("time", thread.at().getEpochSecond());
            case "lobsters" -> sources.lobsters.post(key, title, url).put("created_at", at);
            case "lemmy" -> {
                ObjectNode view = sources.lemmy.post(thread.number(), title, url);
                view.withObject("post").put("published", at);
                yield view.withObject("counts");
            }
            case "reddit" ->
                sources.reddit.post(key, title, url).put("created_utc", (double)
                        thread.at().getEpochSecond());
            case "mastodon" ->
                sources.mastodon
                        .post(String.valueOf(thread.number()), "<p>" + title + " <a href=\"" + url + "\">there</a></p>")
                        .put("created_at", at);
            case "bluesky" -> {
                ObjectNode view = sources.bluesky.post(key, title, url);
                view.withObject("record").put("createdAt", at);
                yield view;
            }
            default -> throw new IllegalArgumentException(thread.source());
        };
    }

    /** Somebody has voted for it and somebody has answered. */
    private static void grow(ObjectNode thread) {
        COUNTS.stream()
                .filter(thread::has)
                .forEach(count -> thread.put(count, thread.get(count).asInt() + 1));
    }

    @Override
    public void stop() {
        sources.close();
    }
}
