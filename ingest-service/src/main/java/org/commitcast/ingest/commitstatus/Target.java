package org.commitcast.ingest.commitstatus;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where statuses of a site's commits go.
 *
 * @param api the base of the forge's API, without a closing slash
 * @param repository its path at the forge, such as {@code owner/name}
 * @param authorization the header that lets us in; a secret
 */
record Target(StatusApi forge, String api, String repository, String authorization, String context) {

    URI address(String path) {
        return URI.create(api + path);
    }

    /** Its path at the forge as a part of addresses. */
    String repositoryPath() {
        return Stream.of(repository.split("/")).map(Target::encoded).collect(Collectors.joining("/"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Why a forge that knows no such thing may not know it, and what to do. */
    String notTaken(String commit, String reason) {
        return "%s for commit %.10s of %s: it has no such commit or repository, or the token may not see it, or it does"
                        .formatted(reason, commit, repository)
                + " not take the status's name; see status.repository, status.token, status.context";
    }

    @Override
    public String toString() {
        return api;
    }
}
