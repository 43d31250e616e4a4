package org.commitcast.adminapi.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database: AES-256-GCM. The sealed form is a format byte, a key id of four bytes, a nonce of
 * twelve, and the cipher text; the row's id is associated data, so that a secret copied to another row does not open.
 */
@ApplicationScoped
public class SealedSecrets {
    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final byte[] keyId;

    @Inject
    SealedSecrets(SecretsKey config) {
        this(config.key());
    }

    SealedSecrets(String base64Key) {
        byte[] bytes = decoded(base64Key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "COMMITCAST_SECRETS_KEY must be 32 random bytes in Base64, for example from: openssl rand -base64 32");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.keyId = idOf(bytes);
    }

    /** Seals a secret for one row, for example {@code site/blog/webhook}. */
    public byte[] seal(String row, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + KEY_ID_BYTES + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(keyId)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("secret of " + row + " could not be sealed", e);
        }
    }

    /**
     * Opens what was sealed for that row.
     *
     * @throws IllegalStateException where it was sealed under another key or for another row, or was changed
     */
    public String open(String row, byte[] sealed) {
        int head = 1 + KEY_ID_BYTES;
        if (sealed.length <= head + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("secret of " + row + " is not in a sealed form");
        }
        if (!Arrays.equals(keyId, Arrays.copyOfRange(sealed, 1, head))) {
            throw new IllegalStateException(
                    "secret of " + row + " was sealed under another key than COMMITCAST_SECRETS_KEY; enter it again");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, head, head + NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, row)
                    .doFinal(sealed, head + NONCE_BYTES, sealed.length - head - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("secret of " + row + " does not open; enter it again", e);
        }
    }

    /**
     * A key for one purpose, made of the deployment's. Who has it learns nothing of that one.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5869#section-2.3">RFC 5869, 2.3: one block of HKDF-Expand</a>
     */
    public byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.trim());
        } catch (IllegalArgumentException e) {
            // The message must not repeat the key.
            return new byte[0];
        }
    }

    private static byte[] idOf(byte[] key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), KEY_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
