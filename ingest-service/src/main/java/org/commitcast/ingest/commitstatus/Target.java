package org.commitcast.ingest.commitstatus;

import java.net.URI;

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

    @Override
    public String toString() {
        return api;
    }
}
