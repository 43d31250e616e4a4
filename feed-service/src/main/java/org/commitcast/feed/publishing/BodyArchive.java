package org.commitcast.feed.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentSource;
import org.commitcast.feed.serving.WholeDocument;

/** The stored documents, for serving whose copies are damaged. */
@ApplicationScoped
class BodyArchive implements DocumentSource {
    private final StoredDocuments documents;

    BodyArchive(StoredDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Optional<WholeDocument> find(DocumentKey key) {
        return QuarkusTransaction.requiringNew().call(() -> documents.find(key).map(StoredDocument::served));
    }
}
