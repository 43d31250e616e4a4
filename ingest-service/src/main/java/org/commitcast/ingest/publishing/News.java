package org.commitcast.ingest.publishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.ingest.storage.StoredJson;

/** A state that differs from what was published before. */
final class News {
    private final Supplier<ContentSnapshot> state;
    private final Status status;
    private final Cause cause;

    News(ContentSnapshot state, Status status, Cause cause) {
        this(() -> state, status, cause);
    }

    private News(Supplier<ContentSnapshot> state, Status status, Cause cause) {
        this.state = state;
        this.status = status;
        this.cause = cause;
    }

    ContentSnapshot state() {
        return state.get();
    }

    Status status() {
        return status;
    }

    Cause cause() {
        return cause;
    }

    /** The same in a fraction of the memory: a site's texts together may be larger than the heap. */
    News packed() {
        byte[] packed = deflated(StoredJson.write(state()).getBytes(StandardCharsets.UTF_8));
        return new News(() -> StoredJson.read(inflated(packed), ContentSnapshot.class), status, cause);
    }

    private static byte[] deflated(byte[] json) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is not writable", e);
        }
        return packed.toByteArray();
    }

    private static String inflated(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a packed state is not readable", e);
        }
    }
}
