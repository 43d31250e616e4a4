package org.commitcast.eventtransport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.commitcast.localstack.LocalBackends;

/** Real Kafka and PostgreSQL under the tests. */
public class Backends implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return LocalBackends.environment("ingest");
    }

    @Override
    public void stop() {}
}
