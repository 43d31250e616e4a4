package org.commitcast.feed.publishing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.commitcast.feed.serving.DocumentKey;

/** A document of a site, as Hibernate identifies it. */
@Embeddable
record StoredKey(String site, String file) implements Serializable {
    static StoredKey of(DocumentKey key) {
        return new StoredKey(key.site(), key.file());
    }
}
