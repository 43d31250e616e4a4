package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.feed.store.DocumentsConfig;

/** Feeds without archives that have outgrown what validators and some readers take. */
@ApplicationScoped
public class LargeFeeds {
    private final StoredPages pages;
    private final DocumentsConfig config;

    LargeFeeds(StoredPages pages, DocumentsConfig config) {
        this.pages = pages;
        this.config = config;
    }

    /** Some of them with their size, for people. Must be called in a transaction. */
    public List<String> named(int most) {
        return pages.larger(config.roomForItems(), most).stream()
                .map(page -> page.feed() + ": " + page.bytes() + " bytes in " + page.items() + " items")
                .toList();
    }
}
