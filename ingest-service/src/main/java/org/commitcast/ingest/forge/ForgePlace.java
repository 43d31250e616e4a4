package org.commitcast.ingest.forge;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.ingest.site.ForgeKind;

/**
 * A repository at its forge's API.
 *
 * @param api the base of the API, without a closing slash
 * @param repository its path at the forge, such as {@code owner/name}
 * @param authorization the header that lets us in; a secret
 */
public record ForgePlace(ForgeKind kind, String api, String repository, String authorization) {

    /** An address of the API. */
    public URI address(String path) {
        return URI.create(api + path);
    }

    /** The repository's path as a part of addresses. */
    public String repositoryPath() {
        return Stream.of(repository.split("/")).map(ForgePlace::encoded).collect(Collectors.joining("/"));
    }

    /** A text as one part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return api;
    }
}
