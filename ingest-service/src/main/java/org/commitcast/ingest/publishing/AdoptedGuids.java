package org.commitcast.ingest.publishing;

import java.util.Optional;
import org.commitcast.contentreading.document.Document;

/** The guids of the feed that a show had before. */
public interface AdoptedGuids {
    /** Of a show that had none. */
    AdoptedGuids NONE = document -> Optional.empty();

    /** The guid under which subscribers already have the document. */
    Optional<String> guidOf(Document document);
}
