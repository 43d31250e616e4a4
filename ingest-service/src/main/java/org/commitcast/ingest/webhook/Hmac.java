package org.commitcast.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 in the forms in which forges send it. */
final class Hmac {
    /** Equal to no HMAC. */
    static final byte[] NONE = new byte[0];

    private static final String PREFIX = "sha256=";

    private Hmac() {}

    /** Where bytes come from. */
    interface Source {
        InputStream open() throws IOException;
    }

    static byte[] of(String secret, Source source) {
        return of(secret.getBytes(StandardCharsets.UTF_8), "", source);
    }

    /** Of the bytes with something before them. */
    static byte[] of(byte[] key, String before, Source source) {
        try (InputStream in = source.open()) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                mac.update(buffer, 0, read);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        } catch (FormField.MalformedFormException e) {
            return NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("a delivery's body is not readable", e);
        }
    }

    /** Out of hexadecimal digits in either case. */
    static byte[] bare(@Nullable String header) {
        try {
            return header == null ? NONE : HexFormat.of().parseHex(header);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /** The same behind {@code sha256=}. */
    static byte[] prefixed(@Nullable String header) {
        return header != null && header.startsWith(PREFIX) ? bare(header.substring(PREFIX.length())) : NONE;
    }
}
