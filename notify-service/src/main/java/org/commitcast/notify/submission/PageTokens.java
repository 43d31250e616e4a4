package org.commitcast.notify.submission;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what the address of a page says. The address cannot be guessed and says nothing else than was signed; nothing of
 * it need be stored. The same page gets the same address.
 */
final class PageTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORM = "1";
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;
    private static final int TAG_BYTES = 24;

    private final SecretKeySpec key;

    PageTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sign(SignedPage page) {
        byte[] said = String.join(
                        SEPARATOR,
                        FORM,
                        String.valueOf(page.expiresAt().getEpochSecond()),
                        page.platform(),
                        page.nonce(),
                        page.item())
                .getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(said, said.length + TAG_BYTES);
        System.arraycopy(tag(said), 0, token, said.length, TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token says; empty where it is not one of ours. Whether its time is over is not looked at. */
    Optional<SignedPage> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int length = bytes.length - TAG_BYTES;
        // The last letter of Base64 may carry bits that mean nothing: a page has one address, because it is used once.
        boolean plain =
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token);
        if (length <= 0 || !plain) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(bytes, length);
        return MessageDigest.isEqual(tag(said), Arrays.copyOfRange(bytes, length, bytes.length))
                ? Optional.of(parsed(new String(said, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static SignedPage parsed(String said) {
        String[] parts = said.split(SEPARATOR, PARTS);
        return new SignedPage(parts[4], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[3]);
    }

    private byte[] tag(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(said), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
