package org.commitcast.feed.serving;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings for a folder, with so many bytes for hot bodies. */
record ServingSettings(Path data, long hotBytes) implements ServingConfig {
    @Override
    public URI publicUrl() {
        return URI.create("https://commitcast.example");
    }

    @Override
    public Duration archiveMaxAge() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration maxAge() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration staleWhileRevalidate() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration staleIfError() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<MemorySize> hotBodies() {
        return Optional.of(new MemorySize(BigInteger.valueOf(hotBytes)));
    }
}
