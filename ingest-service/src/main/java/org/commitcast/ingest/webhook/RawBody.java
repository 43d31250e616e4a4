package org.commitcast.ingest.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A request's bytes as they came. Large ones lie on disk, because a few of them would fill a small heap. */
final class RawBody implements AutoCloseable {
    private static final int IN_MEMORY = 256 * 1024;

    private final byte[] start;
    private final @Nullable Path rest;

    private RawBody(byte[] start, @Nullable Path rest) {
        this.start = start;
        this.rest = rest;
    }

    static RawBody read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(IN_MEMORY);
        if (start.length < IN_MEMORY) {
            return new RawBody(start, null);
        }
        Path rest = Files.createTempFile("delivery", ".body");
        try (OutputStream out = Files.newOutputStream(rest)) {
            in.transferTo(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(rest);
            throw e;
        }
        return new RawBody(start, rest);
    }

    InputStream open() throws IOException {
        InputStream first = new ByteArrayInputStream(start);
        return rest == null ? first : new SequenceInputStream(first, Files.newInputStream(rest));
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            Files.deleteIfExists(rest);
        }
    }
}
