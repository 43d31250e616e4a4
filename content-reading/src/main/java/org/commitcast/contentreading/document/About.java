package org.commitcast.contentreading.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself.
 *
 * @param summary its excerpt, HTML under the site's policy; null where it has none
 * @param description its own description, plain text
 * @param language as it says itself; null means the site's
 * @param image absolute
 */
public record About(
        String title,
        List<String> authors,
        List<String> tags,
        @Nullable String summary,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image) {

    public About {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }
}
