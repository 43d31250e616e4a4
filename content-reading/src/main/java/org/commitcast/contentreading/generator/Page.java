package org.commitcast.contentreading.generator;

import java.util.List;
import java.util.Map;

/** Where a document's page is. Paths begin at the site's root and are percent-encoded. */
public interface Page {

    /** The document's own short name, else that of its file. */
    String slug();

    /** Where the tool puts the page. */
    String path();

    /** By what the tool's own feed knows the page: where it is, unless the tool has another path for that. */
    default String id() {
        return path();
    }

    /** Where it would put the page by a pattern of the tool's placeholders. */
    String path(String pattern);

    /**
     * A pattern with every placeholder replaced; an unknown one stays as it is.
     *
     * @param more further placeholders by name
     */
    String fill(String pattern, Map<String, String> more);

    /** Where the page was before, as the document says: paths or whole addresses. */
    List<String> aliases();
}
