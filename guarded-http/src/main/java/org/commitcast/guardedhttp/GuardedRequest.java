package org.commitcast.guardedhttp;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of whom.
 *
 * @param body absent for requests without one
 * @param redirects how many are followed at most; only GET and HEAD follow any
 */
public record GuardedRequest(
        String method, URI url, Headers headers, @Nullable Body body, int redirects, Limits limits) {

    public static GuardedRequest get(URI url) {
        return new GuardedRequest("GET", url, Headers.NONE, null, 0, Limits.USUAL);
    }

    public static GuardedRequest head(URI url) {
        return new GuardedRequest("HEAD", url, Headers.NONE, null, 0, Limits.USUAL);
    }

    public static GuardedRequest post(URI url, String contentType, byte[] body) {
        return sending("POST", url, contentType, body);
    }

    /** With a body, by a method that has one, such as {@code PATCH}. */
    public static GuardedRequest sending(String method, URI url, String contentType, byte[] body) {
        return new GuardedRequest(method, url, Headers.of("Content-Type", contentType), Body.of(body), 0, Limits.USUAL);
    }

    /** The same with one more header field, which never goes to another host. */
    public GuardedRequest with(String name, String value) {
        return new GuardedRequest(method, url, headers.with(name, value), body, redirects, limits);
    }

    /** The same following redirects, each checked like the first address. */
    public GuardedRequest following(int hops) {
        return new GuardedRequest(method, url, headers, body, hops, limits);
    }

    public GuardedRequest within(Limits other) {
        return new GuardedRequest(method, url, headers, body, redirects, other);
    }

    boolean mayFollow() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Without path, header values and body: each may hold a secret. */
    @Override
    public String toString() {
        return method + " " + url.getHost();
    }
}
