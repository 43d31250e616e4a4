package org.commitcast.ingest.hosting;

import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;

/**
 * Where a site's documents go.
 *
 * @param branch nothing where it is the repository's default one and was never found
 * @param feeds the site's
 */
record HostingTarget(GitAccess access, Optional<String> branch, PublishStatement publish, List<FeedDefinition> feeds) {}
