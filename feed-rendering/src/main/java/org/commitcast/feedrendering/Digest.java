package org.commitcast.feedrendering;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hex. */
final class Digest {
    private static final MessageDigest EMPTY = sha256();
    private static final HexFormat HEX = HexFormat.of();

    private Digest() {}

    static String of(byte[] bytes) {
        return HEX.formatHex(digest(bytes));
    }

    /** So many bytes of it. */
    static String of(byte[] bytes, int most) {
        return HEX.formatHex(digest(bytes), 0, most);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            // To look for the algorithm each time takes as long as to apply it to an item.
            return ((MessageDigest) EMPTY.clone()).digest(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own digests can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
