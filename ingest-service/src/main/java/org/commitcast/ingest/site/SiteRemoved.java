package org.commitcast.ingest.site;

import java.time.Instant;

/** A site was removed; fired in the transaction of the removal, before the site's own last record. */
public record SiteRemoved(Site site, Instant at) {}
