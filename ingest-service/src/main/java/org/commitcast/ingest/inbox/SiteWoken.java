package org.commitcast.ingest.inbox;

/** There is something to do for a site; fired in the transaction that makes it so. */
public record SiteWoken(String site) {}
