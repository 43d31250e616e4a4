package org.commitcast.feed.serving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A document's bytes, kept compressed: nearly every reader takes them so. */
public final class DocumentBody {
    private static final int BUFFER = 8192;

    private final byte[] gzip;
    private final BodyFacts facts;

    private DocumentBody(byte[] gzip, int length, MessageDigest digest) {
        this.gzip = gzip;
        String hex = HexFormat.of().formatHex(digest.digest(), 0, 16);
        this.facts = new BodyFacts('"' + hex + '"', length, gzip.length);
    }

    /** Takes a document's bytes as they are, and compresses them as they come, so that they are never all in memory. */
    public static final class Target extends OutputStream {
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        private final MessageDigest digest = sha256();
        private final GZIPOutputStream gzip;
        private int length;

        public Target() {
            try {
                gzip = new GZIPOutputStream(packed);
            } catch (IOException e) {
                throw new UncheckedIOException("memory cannot be written to", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            gzip.write(bytes, offset, count);
            digest.update(bytes, offset, count);
            length = Math.addExact(length, count);
        }

        /** The body, when all is written. */
        public DocumentBody body() throws IOException {
            gzip.finish();
            return new DocumentBody(packed.toByteArray(), length, digest);
        }
    }

    /**
     * Of compressed bytes that were stored.
     *
     * @throws IOException where they are damaged
     */
    public static DocumentBody ofGzip(byte[] gzip) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream plain = new DigestInputStream(inflating(gzip), digest)) {
            long length = plain.transferTo(OutputStream.nullOutputStream());
            return new DocumentBody(gzip, Math.toIntExact(length), digest);
        }
    }

    /** What is known of it. */
    public BodyFacts facts() {
        return facts;
    }

    /** The strong ETag of the bytes as they are. */
    public String etag() {
        return facts.etag();
    }

    /** Not to be changed. */
    public byte[] gzip() {
        return gzip;
    }

    /**
     * Of compressed bytes that were checked: the bytes as they are, unpacked as they are read, so that they are never all in
     * memory.
     */
    static InputStream plain(byte[] gzip) {
        try {
            return inflating(gzip);
        } catch (IOException e) {
            throw new IllegalStateException("a body that was checked cannot be unpacked", e);
        }
    }

    /** All of the bytes as they are. */
    public byte[] plainBytes() {
        try (InputStream plain = plain(gzip)) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private static InputStream inflating(byte[] gzip) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
