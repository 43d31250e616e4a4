package org.commitcast.feed.serving;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form in which a reader takes a document. */
record Form(boolean gzip, String etag, int length) {

    /** @param acceptEncoding what the reader says of it */
    static Form of(ServedDocument document, @Nullable String acceptEncoding) {
        BodyFacts facts = Objects.requireNonNull(document.body());
        return AcceptedCoding.prefersGzip(acceptEncoding)
                ? new Form(true, facts.gzipEtag(), facts.gzipLength())
                : new Form(false, facts.etag(), facts.length());
    }
}
