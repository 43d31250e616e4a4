package org.commitcast.ingest.checkout;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where local copies lie and what a fetch may take. */
@ConfigMapping(prefix = "commitcast.checkout")
public interface CheckoutConfig {

    /** The folder of all local copies. */
    Path folder();

    /** Whether {@code file:} addresses may be registered, as on a laptop. */
    @WithDefault("false")
    boolean allowLocal();

    /** Repositories over ssh. */
    Ssh ssh();

    /** From the first connection to the last byte. */
    @WithDefault("3m")
    Duration fetchTimeout();

    /** Of silence from the other side. */
    @WithDefault("30s")
    Duration readTimeout();

    /** Of one fetch, and of a local copy in all: a larger one is fetched anew. */
    @WithDefault("2g")
    MemorySize maxBytes();

    /** Objects in one fetch. */
    @WithDefault("2000000")
    int maxObjects();

    /** Of one file; a larger one is not read. */
    @WithDefault("4m")
    MemorySize maxFileBytes();

    /** Files and folders of one commit; a repository with more is not read. */
    @WithDefault("100000")
    int maxFiles();

    /** Of a question for what is there. */
    @WithDefault("30s")
    Duration lookTimeout();

    /** What ssh needs. */
    interface Ssh {

        /** Whether {@code ssh:} addresses may be registered. */
        @WithDefault("false")
        boolean allow();

        /** A file in the format of OpenSSH's {@code known_hosts}; a server that is not in it is not spoken to. */
        Optional<Path> knownHosts();
    }
}
