package org.commitcast.notify;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.commitcast.localstack.LocalBackends;

/** Real Kafka and PostgreSQL under the tests, and the settings that a deployment would give. */
public class Backends implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "test-admin-token";

    private final HackerNewsStandIn hackerNews = new HackerNewsStandIn();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(LocalBackends.environment("notify"));
        settings.put("COMMITCAST_ADMIN_TOKEN", TOKEN);
        settings.put("COMMITCAST_SECRETS_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("COMMITCAST_ALLOW_ADDRESSES", "loopback");
        settings.put("COMMITCAST_PUBLIC_URL", "https://commitcast.example/");
        // Nobody's real servers are asked by tests.
        settings.put("COMMITCAST_SOURCES", "hackernews");
        settings.put("COMMITCAST_SOURCES_HACKERNEWS_SEARCH_URL", hackerNews.url());
        settings.put("COMMITCAST_SOURCES_HACKERNEWS_ITEMS_URL", hackerNews.url());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        // What a machine that does much else may take.
        settings.put("quarkus.http.test-timeout", "120S");
        settings.put("quarkus.datasource.jdbc.acquisition-timeout", "20s");
        return settings;
    }

    @Override
    public void stop() {
        hackerNews.close();
    }
}
