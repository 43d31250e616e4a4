package org.commitcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final Pattern SECRET = Pattern.compile("printf '(COMMITCAST_[A-Z_]+)=");

    @Test
    void setsEveryVariableThatAServiceCannotStartWithout() throws IOException {
        Set<String> secrets = new TreeSet<>();
        Matcher matcher = SECRET.matcher(Project.text("deploy/compose/secrets.sh"));
        while (matcher.find()) {
            secrets.add(matcher.group(1));
        }
        for (String name : Project.SERVICES) {
            Set<String> set = new TreeSet<>(secrets);
            // The image's own.
            set.add("COMMITCAST_DATA");
            service(name).path("environment").fieldNames().forEachRemaining(set::add);

            assertThat(set).as(name).containsAll(Project.requiredVariables(name));
        }
    }

    @Test
    void locksEveryServiceUp() throws IOException {
        for (String name : Project.SERVICES) {
            JsonNode service = service(name);

            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
            assertThat(service.at("/build/target").asText()).isEqualTo(name);
        }
    }

    @Test
    void startsEveryServiceBehindWhatItNeeds() throws IOException {
        for (String name : Project.SERVICES) {
            JsonNode conditions = service(name).path("depends_on");

            assertThat(conditions.at("/kafka/condition").asText()).as(name).isEqualTo("service_healthy");
            assertThat(conditions.at("/database/condition").asText()).isEqualTo("service_healthy");
            assertThat(conditions.at("/secrets/condition").asText()).isEqualTo("service_completed_successfully");
        }
    }

    @Test
    void declaresEveryVolumeThatIsMounted() throws IOException {
        JsonNode compose = compose();
        Set<String> declared = new TreeSet<>();
        compose.path("volumes").fieldNames().forEachRemaining(declared::add);
        List<String> mounted = new ArrayList<>();
        compose.path("services").forEach(service -> service.path("volumes").forEach(volume -> {
            String source = volume.asText().split(":", 2)[0];
            if (!source.startsWith(".")) {
                mounted.add(source);
            }
        }));

        assertThat(declared).containsExactlyInAnyOrderElementsOf(new TreeSet<>(mounted));
    }

    private static JsonNode service(String name) throws IOException {
        return compose().path("services").path(name);
    }

    private static JsonNode compose() throws IOException {
        return Yaml.documents(Project.HOME.resolve("docker-compose.yml")).get(0);
    }
}
