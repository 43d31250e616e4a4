package org.commitcast.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tells a delivery from others: the forge's id for it, else made from what it says, so that a repeat has the same. */
final class DeliveryId {
    /** As long as the inbox' index can keep it. */
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private DeliveryId() {}

    static String of(@Nullable String forges, RawBody body) throws IOException {
        if (forges != null && USABLE.matcher(forges).matches()) {
            return forges;
        }
        MessageDigest digest = sha256();
        long bytes;
        try (InputStream in = new DigestInputStream(body.open(), digest)) {
            bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        // Nothing cannot be told from nothing.
        return bytes == 0
                ? UUID.randomUUID().toString()
                : "sha256-" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
