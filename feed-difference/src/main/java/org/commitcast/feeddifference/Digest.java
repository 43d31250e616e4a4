package org.commitcast.feeddifference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts one after the other; of the sum, the beginning is enough to tell differences apart. */
final class Digest {
    private final MessageDigest sum;

    Digest() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(String... texts) {
        for (String text : texts) {
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            sum.update((byte) 0);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(sum.digest(), 0, 8);
    }
}
