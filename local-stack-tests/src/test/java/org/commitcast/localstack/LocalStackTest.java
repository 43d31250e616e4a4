package org.commitcast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;
import org.commitcast.localstack.service.SmallService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** All on one data folder: to make one takes longer than to start on it. */
@TestInstance(Lifecycle.PER_CLASS)
class LocalStackTest {

    private final Path folder;
    private final StackSettings settings;

    LocalStackTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        for (Service service : Service.values()) {
            SmallService.packageAs(ServiceProcess.packaged(folder, service));
        }
        settings = StackSettings.of(folder, folder.resolve("data")).onFreePorts();
    }

    @Test
    void startsEveryServiceWithItsOwnSettingsAndKeepsTheSecrets() throws IOException {
        List<String> told = new ArrayList<>();
        String token;
        try (LocalStack stack = LocalStack.in(settings)) {
            StartedStack started = stack.start(told::add);
            token = started.token();
            for (Service service : Service.values()) {
                assertThat(get(started.url(service))).isEqualTo(token);
                assertThat(started.environment(service))
                        .containsEntry("COMMITCAST_DATABASE_USER", service.id())
                        .containsEntry("COMMITCAST_KAFKA", started.kafka())
                        .containsEntry("COMMITCAST_PUBLIC_URL", started.url(service));
            }
        }
        assertThat(told).containsExactly("Kafka and PostgreSQL", "the services");
        try (LocalStack stack = LocalStack.in(settings)) {
            assertThat(stack.start(told::add).token()).isEqualTo(token);
        }
    }

    @Test
    void saysWhyAServiceEndedAndStopsTheOthers() {
        StackSettings failing = settings.overriding(Map.of(Service.FEED, Map.of("SMALL_SERVICE", "fails")));

        try (LocalStack stack = LocalStack.in(failing)) {
            assertThatThrownBy(() -> stack.start(part -> {}))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("feed-service ended while it started: java.lang.IllegalStateException:"
                            + " the setting COMMITCAST_SOMETHING is missing (more in %s)."
                                    .formatted(folder.resolve("data/logs/feed.log")));
        }

        assertThat(childrenLeft()).isEmpty();
    }

    @Test
    void namesTheCheckThatKeepsAServiceFromBeingReady() {
        StackSettings waiting = settings.only(Set.of(Service.NOTIFY))
                .overriding(Map.of(Service.NOTIFY, Map.of("SMALL_SERVICE", "down")))
                .within(Duration.ofSeconds(10));

        try (LocalStack stack = LocalStack.in(waiting)) {
            assertThatThrownBy(() -> stack.start(part -> {}))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("notify-service is not ready after 10 s: down: topics (more in ");
        }
    }

    @Test
    void namesTheServiceWhosePortIsTakenBeforeAnythingStarts() throws IOException {
        int port = Service.FEED.httpPort(settings.portBase());
        List<String> told = new ArrayList<>();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                LocalStack stack = LocalStack.in(settings)) {
            assertThatThrownBy(() -> stack.start(told::add))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("feed-service cannot listen on 127.0.0.1:%d (another process uses that port):"
                                    .formatted(taken.getLocalPort())
                            + " stop that process, or choose other ports with --port-base.");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void saysThatAServiceIsNotBuilt() {
        StackSettings elsewhere = StackSettings.of(folder.resolve("empty"), folder.resolve("data"))
                .onPortBase(settings.portBase());

        try (LocalStack stack = LocalStack.in(elsewhere)) {
            assertThatThrownBy(() -> stack.start(part -> {}))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("ingest-service is not built (there is no ");
        }
        assertThat(childrenLeft()).isEmpty();
    }

    /** Of this stack: other tests of this JVM may have processes of their own. */
    private List<String> childrenLeft() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse("?"))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    private static String get(String url) throws IOException {
        try (InputStream body = URI.create(url).toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
