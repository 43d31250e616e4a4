package org.commitcast.commandline.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commitcast.localstack.service.Service;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    @Test
    void leavesTheStacksOwnAddressesWhereNothingIsSaid() {
        assertThat(new Surroundings(Map.of("PATH", "/bin", "COMMITCAST_PUBLIC_URL", " ")).variables())
                .allSatisfy((service, variables) -> assertThat(variables).isEmpty());
    }

    @Test
    void takesTheAddressesThatTheWorldKnows() {
        Map<Service, Map<String, String>> variables = new Surroundings(Map.of(
                        "COMMITCAST_PUBLIC_URL", "https://cast.example",
                        "COMMITCAST_FEED_URL", "https://feeds.example"))
                .variables();

        assertThat(variables.get(Service.INGEST)).containsEntry("COMMITCAST_PUBLIC_URL", "https://cast.example");
        assertThat(variables.get(Service.FEED)).containsEntry("COMMITCAST_PUBLIC_URL", "https://feeds.example");
    }

    @Test
    void allowsPrivateNetworksBesideThisMachine() {
        Map<Service, Map<String, String>> variables =
                new Surroundings(Map.of("COMMITCAST_ALLOW_ADDRESSES", "10.20.0.0/16")).variables();

        assertThat(variables.get(Service.INGEST)).containsEntry("COMMITCAST_ALLOW_ADDRESSES", "loopback,10.20.0.0/16");
    }
}
