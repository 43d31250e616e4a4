package org.commitcast.adminapi.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.commitcast.adminapi.problem.Problem;

/**
 * Admits who sends the admin token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
@ApplicationScoped
class BearerToken implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;
    private static final String CHALLENGE = "WWW-Authenticate";

    private final byte[] expected;

    BearerToken(AdminAccess access) {
        this.expected = digest(access.token());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean admitted = header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                // Digests are compared, so that neither content nor length shows in the time it takes.
                && MessageDigest.isEqual(
                        expected, digest(header.substring(SCHEME.length()).trim()));
        if (!admitted) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("admin"))
                        .addRole("admin")
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, CHALLENGE, "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Problem problem = Problem.unauthorized("Send the admin token: Authorization: Bearer …");
        context.response()
                .setStatusCode(UNAUTHORIZED)
                .putHeader(CHALLENGE, "Bearer")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject(problem.document()).encode());
        // The response is written; nobody else may begin one.
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
