package org.commitcast.ingest.identity;

import org.jspecify.annotations.Nullable;

/**
 * What identity is decided from.
 *
 * @param blob the file's object id
 * @param explicitGuid as the document says it
 * @param computedGuid the site's pattern evaluated for it; absent where it could not be read
 * @param enclosure the address of its audio or video
 */
public record SeenDocument(
        String path,
        String blob,
        @Nullable String explicitGuid,
        @Nullable String computedGuid,
        @Nullable String enclosure,
        String title) {

    /** The guid that it would get if it were published now. */
    public @Nullable String guid() {
        return explicitGuid != null ? explicitGuid : computedGuid;
    }

    boolean isNamedAs(SeenDocument other) {
        return name().equals(other.name());
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A file that cannot be made out; all that is known is where it lies. */
    public static SeenDocument unreadable(String path, String blob) {
        return new SeenDocument(path, blob, null, null, null, "");
    }

    /** This document; one that cannot be made out is still what it was before. */
    SeenDocument after(SeenDocument earlier) {
        return computedGuid != null
                ? this
                : new SeenDocument(
                        path, blob, earlier.explicitGuid, earlier.computedGuid, earlier.enclosure, earlier.title);
    }
}
