package org.commitcast.notify.discussionpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.commitcast.adminapi.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Answers that everybody may read, keep for a while, and ask for again only if they have changed. */
@ApplicationScoped
class Answers {
    private static final String KEPT = "public, max-age=60, stale-while-revalidate=600";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /** The document, or that the client has it. */
    Response document(String text, Instant changed, HttpHeaders request) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String etag = '"' + digest(body) + '"';
        // Its length is said here, because to HEAD the body is not written.
        ResponseBuilder answer = hasIt(request, etag, changed)
                ? Response.status(304)
                : Response.ok(body).header("Content-Length", body.length);
        return shared(answer)
                .header("ETag", etag)
                .header("Last-Modified", HTTP_DATE.format(changed))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Pages of other origins may read also why there is nothing. */
    Response problem(Problem problem) {
        return shared(Response.status(problem.status()))
                .type("application/problem+json")
                .entity(problem.document())
                .build();
    }

    private static ResponseBuilder shared(ResponseBuilder answer) {
        return answer.header("Cache-Control", KEPT)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "ETag, Last-Modified");
    }

    private boolean hasIt(HttpHeaders request, String etag, Instant changed) {
        List<String> tags = request.getRequestHeader("If-None-Match");
        if (tags != null && !tags.isEmpty()) {
            return EntityTags.include(String.join(", ", tags), etag);
        }
        Instant second = changed.truncatedTo(ChronoUnit.SECONDS);
        // Only our own date, given back, and not while that second lasts: it may have changed twice in it.
        return second.equals(date(request.getHeaderString("If-Modified-Since")))
                && clock.instant().isAfter(second.plusSeconds(2));
    }

    private static Instant date(@Nullable String header) {
        try {
            return header == null
                    ? Instant.EPOCH
                    : ZonedDateTime.parse(header, HTTP_DATE).toInstant();
        } catch (DateTimeException e) {
            // As good as none.
            return Instant.EPOCH;
        }
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 27);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
