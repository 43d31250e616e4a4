package org.commitcast.contentevents;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chooses the partition by the site, on every topic alike, so that one site's records are handled in order. */
public final class SitePartition {
    private SitePartition() {}

    /** CRC-32 of the site's name in UTF-8, modulo {@link Topic#PARTITIONS}. Fixed for life, like the count. */
    public static int of(String site) {
        CRC32 checksum = new CRC32();
        checksum.update(site.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % Topic.PARTITIONS);
    }
}
