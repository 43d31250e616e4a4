package org.commitcast.ingest.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.SiteSecrets;
import org.commitcast.ingest.site.SiteStatement;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;
import org.commitcast.ingest.site.Sites;
import org.commitcast.ingest.site.Statements;

/** Where sites have their feeds committed to. */
@ApplicationScoped
class HostingTargets {
    private final Sites sites;
    private final Statements statements;
    private final SiteSecrets secrets;

    HostingTargets(Sites sites, Statements statements, SiteSecrets secrets) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
    }

    /** Whether a site's feeds are committed anywhere. */
    @Transactional
    boolean wants(String site) {
        return sites.registered(site)
                .filter(one -> statements.of(one).publish() != null)
                .isPresent();
    }

    /** Where those of a site go now. */
    @Transactional
    Optional<HostingTarget> of(String site, String incarnation) {
        return sites.registered(site)
                .filter(one -> one.incarnation().equals(incarnation))
                .flatMap(this::target);
    }

    private Optional<HostingTarget> target(Site site) {
        SiteStatement statement = statements.of(site);
        PublishStatement publish = statement.publish();
        if (publish == null) {
            return Optional.empty();
        }
        // The content's own branch may be one that nobody named.
        Optional<String> content = publish.repository() == null ? Optional.ofNullable(site.branch()) : Optional.empty();
        return secrets.publishAccess(site)
                .map(access -> new HostingTarget(access, branch(access).or(() -> content), publish, feeds(statement)));
    }

    private static Optional<String> branch(GitAccess access) {
        return Optional.ofNullable(access.branch());
    }

    private static List<FeedDefinition> feeds(SiteStatement statement) {
        return List.copyOf(statement.feeds().values());
    }
}
