package org.commitcast.ingest.checkout;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.util.FS;

/** Limits of a small deployment that allows ssh. */
record TestLimits(
        Path folder,
        boolean allowSsh,
        Optional<Path> knownHosts,
        Duration lookTimeout,
        MemorySize maxBytes,
        int maxObjects)
        implements CheckoutConfig {

    static {
        // Git measures the clock of each disk once, by files that it makes where the first repository lies: done before
        // there is one, they are not in the way of who deletes or measures a folder.
        FS.FileStoreAttributes.setBackground(false);
        FS.FileStoreAttributes.get(Path.of(System.getProperty("java.io.tmpdir")));
    }

    TestLimits(Path folder, boolean allowSsh, Optional<Path> knownHosts, Duration lookTimeout) {
        this(folder, allowSsh, knownHosts, lookTimeout, mebibytes(50), 10_000);
    }

    /** The same with others of these. */
    TestLimits with(long mebibytes, int objects) {
        return new TestLimits(folder, allowSsh, knownHosts, lookTimeout, mebibytes(mebibytes), objects);
    }

    @Override
    public boolean allowLocal() {
        return false;
    }

    @Override
    public Ssh ssh() {
        return new Ssh() {
            @Override
            public boolean allow() {
                return allowSsh;
            }

            @Override
            public Optional<Path> knownHosts() {
                return knownHosts;
            }
        };
    }

    @Override
    public Duration fetchTimeout() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public MemorySize maxFileBytes() {
        return mebibytes(4);
    }

    @Override
    public int maxFiles() {
        return 10_000;
    }

    private static MemorySize mebibytes(long count) {
        return new MemorySize(BigInteger.valueOf(count * 1024 * 1024));
    }
}
