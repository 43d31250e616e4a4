package org.commitcast.ingest.proposal;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.commitcast.ingest.forge.ForgePlaces;
import org.commitcast.ingest.proposal.PullRequests.ByHand;
import org.commitcast.ingest.site.ForgeKind;
import org.jspecify.annotations.Nullable;

/** One backend for each kind of forge. */
final class PullApis {
    private static final Map<ForgeKind, PullRequests> BY_KIND = new EnumMap<>(Map.of(
            ForgeKind.GITHUB, new GitHubPulls(),
            ForgeKind.GITLAB, new GitLabPulls(),
            ForgeKind.GITEA, new GiteaPulls(),
            ForgeKind.FORGEJO, new GiteaPulls(),
            ForgeKind.BITBUCKET, new BitbucketPulls(),
            ForgeKind.BITBUCKET_SERVER, new BitbucketServerPulls()));

    private PullApis() {}

    static PullRequests of(ForgeKind kind) {
        PullRequests api = BY_KIND.get(kind);
        if (api == null) {
            throw new IllegalStateException("no pull requests for " + kind);
        }
        return api;
    }

    /** Where a person may open one; nothing where it cannot be told. */
    static Optional<String> byHand(@Nullable ForgeKind kind, URI repository, PullWish wish) {
        String host = repository.getHost();
        if (kind == null || host == null) {
            return Optional.empty();
        }
        String scheme = String.valueOf(repository.getScheme());
        boolean web = scheme.equals("http") || scheme.equals("https");
        String port = web && repository.getPort() > 0 ? ":" + repository.getPort() : "";
        var place = new ByHand((web ? scheme : "https") + "://" + host + port, ForgePlaces.path(repository));
        return of(kind).byHand(place, wish);
    }
}
