package org.commitcast.ingest.checkout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What deployments may allow. */
public final class TestDeployments {
    private TestDeployments() {}

    public static CheckoutConfig withSsh(Optional<Path> knownHosts) {
        return new TestLimits(Path.of("copies"), true, knownHosts, Duration.ofSeconds(1));
    }

    public static CheckoutConfig withoutSsh() {
        return new TestLimits(Path.of("copies"), false, Optional.empty(), Duration.ofSeconds(1));
    }
}
