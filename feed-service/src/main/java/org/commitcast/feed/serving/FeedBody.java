package org.commitcast.feed.serving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A feed's bytes, kept compressed: nearly every reader takes them so, and many feeds fit into little memory. */
public final class FeedBody {
    private final byte[] gzip;
    private final String digest;

    private FeedBody(byte[] gzip, String digest) {
        this.gzip = gzip;
        this.digest = digest;
    }

    /** Of the feed's bytes as they are. */
    public static FeedBody of(byte[] identity) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(identity.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(identity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FeedBody(bytes.toByteArray(), digest(identity));
    }

    /**
     * Of compressed bytes that were stored.
     *
     * @throws IOException where they are damaged
     */
    public static FeedBody ofGzip(byte[] gzip) throws IOException {
        return new FeedBody(gzip, digest(inflate(gzip)));
    }

    /** The strong ETag of the bytes as they are. */
    public String etag() {
        return '"' + digest + '"';
    }

    /** The strong ETag of the compressed form: other bytes, so another one, but derived from the same. */
    public String gzipEtag() {
        return '"' + digest + "-gzip\"";
    }

    /** Not to be changed. */
    public byte[] gzip() {
        return gzip;
    }

    public byte[] identity() {
        try {
            return inflate(gzip);
        } catch (IOException e) {
            throw new IllegalStateException("a body that was checked cannot be unpacked", e);
        }
    }

    private static byte[] inflate(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
