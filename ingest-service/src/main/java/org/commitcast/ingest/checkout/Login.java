package org.commitcast.ingest.checkout;

import org.jspecify.annotations.Nullable;

/** Who we are to a repository's server during one exchange. */
public record Login(String user, String password) {
    /** Forges take any name beside a token, Bitbucket Cloud only this one. */
    private static final String BITBUCKET_USER = "x-token-auth";

    private static final String ANY_USER = "x-access-token";

    static Login byToken(@Nullable String host, String token) {
        return new Login("bitbucket.org".equalsIgnoreCase(host) ? BITBUCKET_USER : ANY_USER, token);
    }

    @Override
    public String toString() {
        return user;
    }
}
