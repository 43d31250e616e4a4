package org.commitcast.ingest.site;

/** A site's owner has said something of it, anew or again; fired in the transaction that stores it. */
public record SiteSaid(String site, String incarnation, SiteStatement statement) {}
