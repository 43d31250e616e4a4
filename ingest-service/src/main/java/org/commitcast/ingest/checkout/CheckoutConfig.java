package org.commitcast.ingest.checkout;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where local copies lie and what a fetch may take. */
@ConfigMapping(prefix = "commitcast.checkout")
public interface CheckoutConfig {

    /** The folder of all local copies. */
    Path folder();

    /** Whether {@code file:} addresses may be registered, as on a laptop. */
    @WithDefault("false")
    boolean allowLocal();

    /** From the first connection to the last byte. */
    @WithDefault("3m")
    Duration fetchTimeout();

    /** Of silence from the other side. */
    @WithDefault("30s")
    Duration readTimeout();

    /** Of one fetch, and of a local copy in all. */
    @WithDefault("2g")
    MemorySize maxBytes();

    /** Objects in one fetch. */
    @WithDefault("2000000")
    int maxObjects();

    /** Of one file; a larger one is not read. */
    @WithDefault("4m")
    MemorySize maxFileBytes();
}
