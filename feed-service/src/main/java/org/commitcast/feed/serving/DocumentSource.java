package org.commitcast.feed.serving;

import java.util.Optional;

/** Where documents are kept for good. Asked only when a copy on disk is damaged or missing. */
public interface DocumentSource {

    /**
     * The document as it is stored. May wait.
     *
     * @throws RuntimeException where it cannot be reached
     */
    Optional<WholeDocument> find(DocumentKey key);
}
