package org.commitcast.ingest.commitstatus;

import java.net.URI;
import org.commitcast.ingest.forge.ForgePlace;

/** Where statuses of a site's commits go. */
record Target(StatusApi forge, ForgePlace place, String context) {

    URI address(String path) {
        return place.address(path);
    }

    String api() {
        return place.api();
    }

    String repository() {
        return place.repository();
    }

    String repositoryPath() {
        return place.repositoryPath();
    }

    String authorization() {
        return place.authorization();
    }

    /** Why a forge that knows no such thing may not know it, and what to do. */
    String notTaken(String commit, String reason) {
        return "%s for commit %.10s of %s: it has no such commit or repository, or the token may not see it, or it does"
                        .formatted(reason, commit, repository())
                + " not take the status's name; see status.repository, status.token, status.context";
    }

    @Override
    public String toString() {
        return api();
    }
}
