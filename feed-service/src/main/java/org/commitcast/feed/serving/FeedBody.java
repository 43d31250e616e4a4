package org.commitcast.feed.serving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A feed's bytes, kept compressed: nearly every reader takes them so, and many feeds fit into little memory. */
public final class FeedBody {
    private final byte[] gzip;
    private final int length;
    private final String digest;

    private FeedBody(byte[] gzip, byte[] plain) {
        this.gzip = gzip;
        this.length = plain.length;
        this.digest = digest(plain);
    }

    /** Of the feed's bytes as they are. */
    public static FeedBody of(byte[] identity) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(identity.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(identity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FeedBody(bytes.toByteArray(), identity);
    }

    /**
     * Of compressed bytes that were stored.
     *
     * @throws IOException where they are damaged
     */
    public static FeedBody ofGzip(byte[] gzip) throws IOException {
        try (InputStream plain = inflating(gzip)) {
            return new FeedBody(gzip, plain.readAllBytes());
        }
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

    /** How long the bytes as they are would be. */
    int length() {
        return length;
    }

    /** The bytes as they are; unpacked as they are read, so that they are never all in memory. */
    InputStream plain() {
        try {
            return inflating(gzip);
        } catch (IOException e) {
            throw new IllegalStateException("a body that was checked cannot be unpacked", e);
        }
    }

    private static InputStream inflating(byte[] gzip) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip), 8192);
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
