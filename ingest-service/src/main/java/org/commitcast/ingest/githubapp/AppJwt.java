package org.commitcast.ingest.githubapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.commitcast.ingest.storage.StoredJson;

/**
 * What an App shows to say who it is.
 *
 * @see <a href="https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app">GitHub's
 *     description</a>
 */
final class AppJwt {
    /** GitHub's clock may be behind ours. */
    private static final Duration BEFORE = Duration.ofSeconds(60);
    /** GitHub refuses what is to hold for more than ten minutes. */
    private static final Duration AFTER = Duration.ofMinutes(9);

    private AppJwt() {}

    static String of(AppLogin app, Instant now) {
        String header = part(Map.of("alg", "RS256", "typ", "JWT"));
        String claims = part(Map.of(
                "iat", now.minus(BEFORE).getEpochSecond(),
                "exp", now.plus(AFTER).getEpochSecond(),
                "iss", app.appId()));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(app.key().key());
            signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return header + "." + claims + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of App " + app.appId() + " cannot sign", e);
        }
    }

    private static String part(Map<String, Object> fields) {
        return base64(StoredJson.write(new TreeMap<>(fields)).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
