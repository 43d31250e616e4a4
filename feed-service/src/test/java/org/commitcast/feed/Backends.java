package org.commitcast.feed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.commitcast.localstack.LocalBackends;

/** A real Kafka and a real PostgreSQL, and the rest of the environment that the service reads. */
public final class Backends implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "test-token";

    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory("commitcast-feed-test");
            Map<String, String> settings = new HashMap<>(LocalBackends.environment("feed"));
            settings.put("COMMITCAST_DATA", data.toString());
            settings.put("COMMITCAST_PUBLIC_URL", "https://commitcast.example");
            settings.put("COMMITCAST_ADMIN_TOKEN", TOKEN);
            settings.put("COMMITCAST_SECRETS_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
            settings.put("COMMITCAST_ALLOW_ADDRESSES", "loopback");
            settings.put("quarkus.http.test-port", "0");
            settings.put("quarkus.management.test-port", "0");
            // What a machine that does much else may take.
            settings.put("quarkus.http.test-timeout", "120S");
            settings.put("quarkus.datasource.jdbc.acquisition-timeout", "20s");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // They end with the JVM: other test classes use them too.
    }
}
