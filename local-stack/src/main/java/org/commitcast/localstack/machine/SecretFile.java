package org.commitcast.localstack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A random secret that is made once, kept in a file only its owner can read, and the same ever after. */
public final class SecretFile {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFile() {}

    /** The kept secret, or a new one of {@code bytes} random bytes: URL-safe Base64 without padding. */
    public static String token(Path file, int bytes) {
        return keep(file, Base64.getUrlEncoder().withoutPadding(), bytes);
    }

    /** The kept key, or a new one of {@code bytes} random bytes: plain Base64. */
    public static String key(Path file, int bytes) {
        return keep(file, Base64.getEncoder(), bytes);
    }

    private static String keep(Path file, Base64.Encoder encoder, int bytes) {
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[bytes];
                RANDOM.nextBytes(secret);
                write(file, encoder.encodeToString(secret));
            }
            String kept = Files.readString(file).strip();
            if (kept.isEmpty()) {
                throw new StartFailure(
                        "The secret in %s is empty: restore it, or remove the file to have a new one made."
                                .formatted(file));
            }
            return kept;
        } catch (IOException e) {
            throw new StartFailure(
                    "The secret in %s cannot be kept (%s): make the folder writable.".formatted(file, Reasons.of(e)),
                    e);
        }
    }

    private static void write(Path file, String secret) throws IOException {
        // Complete under another name first: a crash in between must not leave half a secret.
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
