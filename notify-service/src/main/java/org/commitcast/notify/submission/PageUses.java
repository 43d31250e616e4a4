package org.commitcast.notify.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/** How often pages were tried, and which were used. Their addresses are not here, only digests of them. */
@ApplicationScoped
class PageUses {
    /** More than anybody mistypes. */
    private static final int MOST_ATTEMPTS = 20;

    private final EntityManager database;

    PageUses(EntityManager database) {
        this.database = database;
    }

    /** Whether a page may be tried. */
    enum Attempt {
        ALLOWED,
        TOO_MANY,
        USED
    }

    boolean isUsed(String token) {
        List<?> found = database.createNativeQuery(
                        "select 1 from submission_page where token_hash = :hash and used_at is not null", Integer.class)
                .setParameter("hash", digest(token))
                .getResultList();
        return !found.isEmpty();
    }

    /** Counts an attempt. */
    @Transactional
    Attempt attempt(String token, Instant expiresAt) {
        database.createNativeQuery("delete from submission_page where expires_at < now() - interval '1 day'")
                .executeUpdate();
        String sql =
                """
                insert into submission_page (token_hash, attempts, expires_at) values (:hash, 1, :expiry)
                on conflict (token_hash) do update set attempts = least(submission_page.attempts + 1, 1000)
                returning case when used_at is null then attempts else 0 end""";
        int attempts = ((Number) database.createNativeQuery(sql, Integer.class)
                        .setParameter("hash", digest(token))
                        .setParameter("expiry", expiresAt)
                        .getSingleResult())
                .intValue();
        return attempts == 0 ? Attempt.USED : attempts > MOST_ATTEMPTS ? Attempt.TOO_MANY : Attempt.ALLOWED;
    }

    /** Uses a page up, in the caller's transaction; false where somebody else has. */
    boolean use(String token) {
        return database.createNativeQuery(
                                "update submission_page set used_at = now() where token_hash = :hash and used_at is null")
                        .setParameter("hash", digest(token))
                        .executeUpdate()
                == 1;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
