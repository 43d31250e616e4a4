package org.commitcast.feed.serving;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BiConsumer;

/** The header fields of an answer with a document. */
@Singleton
class DocumentFields {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

    private final String cacheControl;
    private final String cacheControlOfArchives;

    DocumentFields(ServingConfig config) {
        cacheControl = cacheControl(config, config.maxAge());
        cacheControlOfArchives = cacheControl(config, config.archiveMaxAge());
    }

    private static String cacheControl(ServingConfig config, Duration maxAge) {
        return "public, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        maxAge.toSeconds(),
                        config.staleWhileRevalidate().toSeconds(),
                        config.staleIfError().toSeconds());
    }

    /** Those that a reader gets, too, who has the document. */
    void addTo(BiConsumer<CharSequence, CharSequence> fields, ServedDocument document, Form form) {
        fields.accept(HttpHeaders.ETAG, form.etag());
        fields.accept(HttpHeaders.LAST_MODIFIED, HttpDate.of(document.lastModified()));
        fields.accept(HttpHeaders.CACHE_CONTROL, document.key().isArchive() ? cacheControlOfArchives : cacheControl);
        fields.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String link = document.link();
        if (link != null) {
            fields.accept(LINK, link);
        }
        CrossOrigin.allow(fields);
    }

    /** Those that say what the body is. */
    void addContentTo(BiConsumer<CharSequence, CharSequence> fields, ServedDocument document, Form form) {
        fields.accept(HttpHeaders.CONTENT_TYPE, document.type().contentType());
        fields.accept(HttpHeaders.CONTENT_LENGTH, Integer.toString(form.length()));
        fields.accept(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        if (document.type() == DocumentType.HTML) {
            // What is spoken comes from others' repositories, and stands below the address of this service.
            fields.accept(SECURITY_POLICY, "default-src 'none'; frame-ancestors *; sandbox");
        }
        if (form.gzip()) {
            fields.accept(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }
}
