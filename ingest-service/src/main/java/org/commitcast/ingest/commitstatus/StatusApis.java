package org.commitcast.ingest.commitstatus;

import java.util.EnumMap;
import java.util.Map;
import org.commitcast.ingest.site.ForgeKind;

/** One backend for each kind of forge. */
final class StatusApis {
    private static final Map<ForgeKind, StatusApi> BY_KIND = new EnumMap<>(Map.of(
            ForgeKind.GITHUB, new GitHubStatus(),
            ForgeKind.GITLAB, new GitLabStatus(),
            ForgeKind.GITEA, new GitHubStatus(),
            ForgeKind.FORGEJO, new GitHubStatus(),
            ForgeKind.BITBUCKET, new BitbucketStatus(false),
            ForgeKind.BITBUCKET_SERVER, new BitbucketStatus(true)));

    private StatusApis() {}

    static StatusApi of(ForgeKind kind) {
        StatusApi api = BY_KIND.get(kind);
        if (api == null) {
            throw new IllegalStateException("no statuses for " + kind);
        }
        return api;
    }
}
