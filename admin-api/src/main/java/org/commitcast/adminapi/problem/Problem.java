package org.commitcast.adminapi.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error: what is wrong, where, and what to do. Thrown by resources, written as
 * {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final @Nullable Duration retryAfter;

    private Problem(int status, String title, String detail, @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    /** Any status; for those that have a name of their own use that. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, null);
    }

    /** 400: the request is not of the form that it must have. */
    public static Problem badRequest(String title, String detail) {
        return of(400, title, detail);
    }

    /** 401: nobody, or not who they say. */
    public static Problem unauthorized(String detail) {
        return of(401, "Unauthorized", detail);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return of(404, "Not Found", detail);
    }

    /** 409: the request does not fit what is there. */
    public static Problem conflict(String title, String detail) {
        return of(409, title, detail);
    }

    /** 503: not now; the client is told when to try again. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return new Problem(503, "Service Unavailable", detail, retryAfter);
    }

    /** Adds an extension member, for example {@code field}. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** When to try again, where that helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The document to send. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", String.valueOf(getMessage()));
        document.putAll(members);
        return document;
    }
}
