package org.commitcast.contentreading.jekyll;

import java.util.Map;
import org.commitcast.contentreading.path.UrlPath;

/** Addresses of documents as Jekyll writes them. */
final class Permalinks {

    private Permalinks() {}

    /** The path of a document's page from the site's root on, percent-encoded. */
    static String path(String pattern, Placeholders placeholders) {
        var filled = placeholders.fill(pattern, Map.of());
        return UrlPath.encoded(
                ("/" + filled).replace("..", "/").replace("./", "").replaceAll("/{2,}", "/"));
    }
}
