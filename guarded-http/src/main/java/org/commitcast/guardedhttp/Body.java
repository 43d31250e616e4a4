package org.commitcast.guardedhttp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a request or of an answer. Prints its size only. */
public final class Body {
    static final Body EMPTY = new Body(new byte[0], true);

    private final byte[] bytes;
    private final boolean complete;

    private Body(byte[] bytes, boolean complete) {
        this.bytes = bytes;
        this.complete = complete;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes.clone(), true);
    }

    /** Reads at most so many bytes. What came before the connection broke counts, but as incomplete. */
    static Body read(InputStream in, int limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            while (bytes.size() <= limit) {
                int read = in.read(buffer, 0, Math.min(buffer.length, limit + 1 - bytes.size()));
                if (read < 0) {
                    return new Body(bytes.toByteArray(), true);
                }
                bytes.write(buffer, 0, read);
            }
        } catch (IOException e) {
            return new Body(bytes.toByteArray(), false);
        }
        return new Body(Arrays.copyOf(bytes.toByteArray(), limit), false);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it is all there: not cut at the limit, nor by a broken connection. */
    public boolean complete() {
        return complete;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
