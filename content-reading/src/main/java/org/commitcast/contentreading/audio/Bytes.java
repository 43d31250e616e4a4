package org.commitcast.contentreading.audio;

import java.nio.charset.StandardCharsets;

/** Some bytes of a file, read as numbers and names. What lies outside of them is zero. */
final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int size() {
        return bytes.length;
    }

    int one(int at) {
        return at >= 0 && at < bytes.length ? bytes[at] & 0xFF : 0;
    }

    /** Most significant byte first. */
    long big(int at, int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = value << 8 | one(at + i);
        }
        return value;
    }

    /** Least significant byte first. */
    long little(int at, int count) {
        var value = 0L;
        for (var i = count - 1; i >= 0; i--) {
            value = value << 8 | one(at + i);
        }
        return value;
    }

    /** Seven bits in each byte, as ID3 counts. */
    long syncSafe(int at) {
        return (long) one(at) << 21 | one(at + 1) << 14 | one(at + 2) << 7 | one(at + 3);
    }

    boolean is(int at, String name) {
        return text(at, name.length()).equals(name);
    }

    String text(int at, int count) {
        return at < 0 || at + count > bytes.length ? "" : new String(bytes, at, count, StandardCharsets.ISO_8859_1);
    }
}
