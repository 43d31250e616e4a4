package org.commitcast.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class LocalBackendsTest {

    @Test
    void givesAServiceTheEnvironmentThatItsTestsNeed() throws Exception {
        Map<String, String> environment = LocalBackends.environment("feed");

        try (var connection = DriverManager.getConnection(
                environment.get("COMMITCAST_DATABASE_URL"),
                environment.get("COMMITCAST_DATABASE_USER"),
                environment.get("COMMITCAST_DATABASE_PASSWORD"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", environment.get("COMMITCAST_KAFKA")))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        assertThat(environment).containsEntry("COMMITCAST_CREATE_TOPICS", "true");
    }

    @Test
    void startsOncePerJvm() {
        assertThat(LocalBackends.environment("ingest")).isEqualTo(LocalBackends.environment("ingest"));
        assertThat(LocalBackends.environment("notify").get("COMMITCAST_KAFKA"))
                .isEqualTo(LocalBackends.environment("ingest").get("COMMITCAST_KAFKA"));
    }
}
