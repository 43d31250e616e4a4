package org.commitcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesTest {
    private static final Path BASE = Project.HOME.resolve("deploy/kubernetes/base");

    private final List<JsonNode> manifests = new ArrayList<>();

    @BeforeEach
    void readManifests() throws IOException {
        for (JsonNode resource :
                Yaml.documents(BASE.resolve("kustomization.yaml")).get(0).path("resources")) {
            manifests.addAll(Yaml.documents(BASE.resolve(resource.asText())));
        }
    }

    @Test
    void sendsEveryPathToAPodThatListens() {
        assertThat(paths()).isNotEmpty().allSatisfy(path -> {
            JsonNode service = named("Service", path.at("/backend/service/name").asText());
            assertThat(service.at("/spec/ports/0/name")).isEqualTo(path.at("/backend/service/port/name"));
            JsonNode pod =
                    named("Deployment", service.at("/metadata/name").asText()).at("/spec/template");
            assertThat(pod.at("/metadata/labels")).isEqualTo(service.at("/spec/selector"));
            assertThat(container(pod).findValuesAsText("containerPort"))
                    .contains(service.at("/spec/ports/0/port").asText());
            assertThat(container(pod).path("ports").findValuesAsText("name"))
                    .contains(service.at("/spec/ports/0/targetPort").asText());
        });
    }

    @Test
    void givesEveryPathPrefixToOneServiceOnly() {
        List<String> prefixes =
                paths().stream().map(path -> path.path("path").asText() + "/").toList();

        assertThat(prefixes).doesNotHaveDuplicates().allSatisfy(prefix -> assertThat(prefixes)
                .filteredOn(other -> other.startsWith(prefix))
                .containsExactly(prefix));
    }

    @Test
    void listensWhereTheServicesDo() throws IOException {
        for (String service : Project.SERVICES) {
            JsonNode container = container(named("Deployment", service).at("/spec/template"));
            String settings = Project.text(service + "/src/main/resources/application.properties");

            assertThat(settings)
                    .contains("${COMMITCAST_HTTP_PORT:" + container.at("/ports/0/containerPort") + "}")
                    .contains("${COMMITCAST_MANAGEMENT_PORT:" + container.at("/ports/1/containerPort") + "}");
            assertThat(container.at("/ports/1/name").asText()).isEqualTo("management");
            assertThat(Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                            .map(probe ->
                                    container.path(probe).at("/httpGet/port").asText()))
                    .containsOnly("management");
        }
    }

    @Test
    void runsEveryPodRestricted() {
        assertThat(all("Deployment")).hasSameSizeAs(Project.SERVICES).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(65532);
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            JsonNode context = container(deployment.at("/spec/template")).path("securityContext");
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        });
    }

    @Test
    void setsEveryVariableThatAServiceCannotStartWithout() throws IOException {
        Set<String> common = Files.readAllLines(BASE.resolve("settings.env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        for (String service : Project.SERVICES) {
            Set<String> set = new TreeSet<>(common);
            // The image's own.
            set.add("COMMITCAST_DATA");
            container(named("Deployment", service).at("/spec/template"))
                    .path("env")
                    .forEach(variable -> set.add(variable.path("name").asText()));

            assertThat(set).as(service).containsAll(Project.requiredVariables(service));
        }
    }

    @Test
    void deniesTrafficThatNoPolicyAllows() {
        JsonNode deny = named("NetworkPolicy", "default-deny").path("spec");

        assertThat(deny.path("podSelector")).isEmpty();
        assertThat(Yaml.list(deny.path("policyTypes")))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    }

    private List<JsonNode> paths() {
        return Yaml.list(named("Ingress", "commitcast").at("/spec/rules/0/http/paths"));
    }

    private List<JsonNode> all(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    private JsonNode named(String kind, String name) {
        List<JsonNode> found = all(kind).stream()
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .toList();
        assertThat(found).as(kind + " " + name).hasSize(1);
        return found.get(0);
    }

    private static JsonNode container(JsonNode podTemplate) {
        return podTemplate.at("/spec/containers/0");
    }
}
