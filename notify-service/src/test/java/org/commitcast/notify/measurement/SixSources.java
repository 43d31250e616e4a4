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
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.commitcast.notify.BlueskyStandIn;
import org.commitcast.notify.HackerNewsStandIn;
import org.commitcast.notify.LemmyStandIn;
import org.commitcast.notify.LobstersStandIn;
import org.commitcast.notify.MastodonSearchStandIn;
import org.commitcast.notify.RedditStandIn;
import org.commitcast.notify.measurement.World.Posted;

/** All sources as stand-ins. What people post is there from the time on that they are told it is. */
public class SixSources implements QuarkusTestResourceLifecycleManager {
    private final HackerNewsStandIn hackerNews = new HackerNewsStandIn();
    private final LobstersStandIn lobsters = new LobstersStandIn();
    private final LemmyStandIn lemmy = new LemmyStandIn();
    private final RedditStandIn reddit = new RedditStandIn();
    private final MastodonSearchStandIn mastodon = new MastodonSearchStandIn();
    private final BlueskyStandIn bluesky = new BlueskyStandIn();
    private final Queue<Posted> waiting = new ArrayDeque<>(World.create().threads());

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        // By their own names: what other tests have here is one source.
        settings.put("commitcast.sources.searched", String.join(",", World.SOURCES));
        settings.put("commitcast.sources.hackernews.search-url", hackerNews.url());
        settings.put("commitcast.sources.hackernews.items-url", hackerNews.url());
        settings.put("COMMITCAST_SOURCES_LOBSTERS_URL", lobsters.url());
        settings.put("COMMITCAST_SOURCES_LEMMY_URL", lemmy.url());
        settings.put("COMMITCAST_SOURCES_REDDIT_CLIENT_ID", RedditStandIn.CLIENT);
        settings.put("COMMITCAST_SOURCES_REDDIT_CLIENT_SECRET", RedditStandIn.SECRET);
        settings.put("COMMITCAST_SOURCES_REDDIT_USER", "measurement");
        settings.put("COMMITCAST_SOURCES_REDDIT_URL", reddit.url());
        settings.put("COMMITCAST_SOURCES_REDDIT_LOGIN_URL", reddit.url());
        settings.put("COMMITCAST_SOURCES_MASTODON_URL", mastodon.url());
        settings.put("COMMITCAST_SOURCES_MASTODON_TOKEN", MastodonSearchStandIn.TOKEN);
        settings.put("COMMITCAST_SOURCES_BLUESKY_HANDLE", BlueskyStandIn.HANDLE);
        settings.put("COMMITCAST_SOURCES_BLUESKY_APP_PASSWORD", BlueskyStandIn.PASSWORD);
        settings.put("COMMITCAST_SOURCES_BLUESKY_URL", bluesky.url());
        settings.put("COMMITCAST_SOURCES_BLUESKY_PUBLIC_URL", bluesky.url());
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
                while (!waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
                    post(waiting.remove());
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

    private void post(Posted thread) {
        String title = thread.item().title();
        String url = thread.item().url();
        String at = thread.at().toString();
        String key = "k" + thread.number();
        switch (thread.source()) {
            case "hackernews" ->
                hackerNews
                        .post(thread.number(), title, url)
                        .put("time", thread.at().getEpochSecond());
            case "lobsters" -> lobsters.post(key, title, url).put("created_at", at);
            case "lemmy" ->
                ((ObjectNode) lemmy.post(thread.number(), title, url).path("post")).put("published", at);
            case "reddit" ->
                reddit.post(key, title, url)
                        .put("created_utc", (double) thread.at().getEpochSecond());
            case "mastodon" ->
                mastodon.post(String.valueOf(thread.number()), "<p>" + title + " <a href=\"" + url + "\">there</a></p>")
                        .put("created_at", at);
            case "bluesky" -> ((ObjectNode) bluesky.post(key, title, url).path("record")).put("createdAt", at);
            default -> throw new IllegalArgumentException(thread.source());
        }
    }

    @Override
    public void stop() {}
}
