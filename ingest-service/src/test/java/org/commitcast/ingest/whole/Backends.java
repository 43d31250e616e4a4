package org.commitcast.ingest.whole;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.localstack.LocalBackends;
import org.commitcast.localstack.machine.Ports;

/** The environment in which the service is tested: real Kafka and PostgreSQL, repositories in temporary folders. */
public class Backends implements QuarkusTestResourceLifecycleManager {
    public static final String TOKEN = "admin-token-of-the-tests";
    /** In a system property, because tests are loaded by another class loader. */
    public static final String FEED_SERVICE_PORT = "commitcast.tests.feed-service-port";

    public static final String DEPLOYMENT_SECRET = "secret-of-the-organisations-hook";

    @Override
    public Map<String, String> start() {
        Map<String, String> environment = new LinkedHashMap<>(LocalBackends.environment("ingest"));
        environment.put("COMMITCAST_ADMIN_TOKEN", TOKEN);
        environment.put("COMMITCAST_SECRETS_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("COMMITCAST_PUBLIC_URL", "http://ingest.example");
        environment.put("COMMITCAST_ALLOW_LOCAL_REPOSITORIES", "true");
        environment.put("COMMITCAST_ALLOW_ADDRESSES", "loopback");
        environment.put("COMMITCAST_WEBHOOK_SECRET", DEPLOYMENT_SECRET);
        environment.put("COMMITCAST_WEBHOOK_PREVIOUS_SECRET", DEPLOYMENT_SECRET + "-of-last-year");
        environment.put("quarkus.http.test-port", "0");
        environment.put("quarkus.management.test-port", "0");
        // What a machine that does much else may take.
        environment.put("quarkus.http.test-timeout", "120S");
        environment.put("quarkus.datasource.jdbc.acquisition-timeout", "20s");
        environment.put("commitcast.inbox.forget-every", "1s");
        int feedService = Ports.free();
        System.setProperty(FEED_SERVICE_PORT, String.valueOf(feedService));
        environment.put("COMMITCAST_FEED_SERVICE_URL", "http://127.0.0.1:" + feedService);
        environment.put("commitcast.hosting.first-retry", "500ms");
        environment.put("commitcast.hosting.longest-retry", "1s");
        environment.put("commitcast.write-back.window", "200ms");
        environment.put("commitcast.write-back.proposal-window", "4s");
        environment.put("commitcast.write-back.pause", "500ms");
        environment.put("commitcast.write-back.tries", "3");
        environment.put("commitcast.write-back.rounds", "2");
        environment.put("commitcast.proposal.first-retry", "500ms");
        environment.put("commitcast.commit-status.patience", "1s");
        environment.put("commitcast.commit-status.first-retry", "500ms");
        environment.put("commitcast.commit-status.tries-for-unknown", "2");
        environment.put("commitcast.probe.first-retry", "500ms");
        environment.put("commitcast.probe.longest-retry", "1s");
        try {
            environment.put(
                    "COMMITCAST_DATA",
                    Files.createTempDirectory("commitcast-copies").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    @Override
    public void stop() {}
}
