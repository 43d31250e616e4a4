package org.commitcast.contentreading.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a document's page is, and what identifies it to readers.
 *
 * @param url absolute, or only the path where nobody says where the site lives
 * @param explicitGuid exactly as the front matter says it
 * @param computedGuid the site's guid pattern, evaluated for this document
 * @param aliases where the page was before, as the document says; absolute
 */
public record Address(String url, @Nullable String explicitGuid, String computedGuid, List<String> aliases) {

    public Address {
        aliases = List.copyOf(aliases);
    }

    /** The explicit guid, else the computed one. */
    public String guid() {
        return explicitGuid != null ? explicitGuid : computedGuid;
    }

    /** Whether the URL can be opened. */
    public boolean isAbsolute() {
        return url.startsWith("http");
    }
}
