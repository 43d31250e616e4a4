package org.commitcast.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Each way in which forges sign, done by hand from their descriptions. */
enum Sender {
    GITHUB("X-Hub-Signature-256") {
        @Override
        String proof(String secret, String body) {
            return "sha256=" + hex("HmacSHA256", secret, body);
        }
    },
    GITLAB_TOKEN("X-Gitlab-Token") {
        @Override
        String proof(String secret, String body) {
            return secret;
        }
    },
    GITLAB_SIGNED("webhook-signature") {
        @Override
        String proof(String secret, String body) {
            return standardProof(secret, body);
        }
    },
    GITEA("X-Gitea-Signature") {
        @Override
        String proof(String secret, String body) {
            return hex("HmacSHA256", secret, body);
        }
    },
    FORGEJO("X-Forgejo-Signature") {
        @Override
        String proof(String secret, String body) {
            return hex("HmacSHA256", secret, body);
        }
    },
    BITBUCKET("X-Hub-Signature") {
        @Override
        String proof(String secret, String body) {
            return "sha256=" + hex("HmacSHA256", secret, body);
        }
    },
    BITBUCKET_SERVER("X-Hub-Signature") {
        @Override
        String proof(String secret, String body) {
            return "sha256=" + hex("HmacSHA256", secret, body);
        }
    },
    STANDARD("webhook-signature") {
        @Override
        String proof(String secret, String body) {
            return standardProof(secret, body);
        }
    },
    GENERIC("X-Signature") {
        @Override
        String proof(String secret, String body) {
            return "sha256=" + hex("HmacSHA256", secret, body);
        }
    };

    static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("thirty-two bytes of a good secret".getBytes(StandardCharsets.UTF_8));
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final String header;

    Sender(String header) {
        this.header = header;
    }

    WebhookVerifier verifier() {
        return verifier(NOW);
    }

    WebhookVerifier verifier(Instant now) {
        var standard = new StandardSignature(Clock.fixed(now, ZoneOffset.UTC));
        return switch (this) {
            case GITHUB -> new GitHubVerifier();
            case GITLAB_TOKEN, GITLAB_SIGNED -> new GitLabVerifier(standard);
            case GITEA -> new GiteaVerifier();
            case FORGEJO -> new ForgejoVerifier();
            case BITBUCKET -> new BitbucketVerifier();
            case BITBUCKET_SERVER -> new BitbucketServerVerifier();
            case STANDARD -> new StandardVerifier(standard);
            case GENERIC -> new GenericVerifier();
        };
    }

    /** What the header holds. */
    abstract String proof(String secret, String body);

    /** With everything that the sender adds, and its proof. */
    Deliveries signed(String body) {
        return around(body).with(header, proof(SECRET, body));
    }

    /** With everything but the proof. */
    Deliveries around(String body) {
        Deliveries delivery = Deliveries.of(body);
        return header.equals("webhook-signature")
                ? delivery.with("webhook-id", "msg_1").with("webhook-timestamp", String.valueOf(NOW.getEpochSecond()))
                : delivery;
    }

    boolean isHexadecimal() {
        return !header.startsWith("webhook-") && this != GITLAB_TOKEN;
    }

    static StandardSignature standard() {
        return new StandardSignature(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static String standardProof(String secret, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        String content = "msg_1." + NOW.getEpochSecond() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(mac("HmacSHA256", key, content));
    }

    static String hex(String algorithm, String secret, String body) {
        return HexFormat.of().formatHex(mac(algorithm, secret.getBytes(StandardCharsets.UTF_8), body));
    }

    private static byte[] mac(String algorithm, byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
