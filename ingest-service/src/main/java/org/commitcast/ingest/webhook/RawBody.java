package org.commitcast.ingest.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.commitcast.adminapi.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A request's bytes as they came. Large ones lie on disk, because a few of them would fill a small heap. */
final class RawBody implements AutoCloseable {
    private static final int IN_MEMORY = 256 * 1024;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final byte[] start;
    private final Semaphore large;
    private @Nullable Path rest;
    private boolean isLarge;

    private RawBody(byte[] start, Semaphore large) {
        this.start = start;
        this.large = large;
    }

    /** @param large how many large ones there may be at once: whoever sends one may be anybody until it is read */
    static RawBody read(InputStream in, Semaphore large) throws IOException {
        RawBody body = new RawBody(in.readNBytes(IN_MEMORY), large);
        if (body.start.length == IN_MEMORY) {
            try {
                body.readRest(in);
            } catch (IOException | RuntimeException e) {
                body.close();
                throw e;
            }
        }
        return body;
    }

    private void readRest(InputStream in) throws IOException {
        isLarge = large.tryAcquire();
        if (!isLarge) {
            throw Problem.unavailable("Other large deliveries are being taken.", SOON);
        }
        Path file = Files.createTempFile("delivery", ".body");
        rest = file;
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }

    InputStream open() throws IOException {
        InputStream first = new ByteArrayInputStream(start);
        return rest == null ? first : new SequenceInputStream(first, Files.newInputStream(rest));
    }

    @Override
    public void close() throws IOException {
        if (isLarge) {
            isLarge = false;
            large.release();
        }
        if (rest != null) {
            Files.deleteIfExists(rest);
        }
    }
}
