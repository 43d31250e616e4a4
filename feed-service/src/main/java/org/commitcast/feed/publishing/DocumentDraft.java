package org.commitcast.feed.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is to be served.
 *
 * @param file its path below the site's, like {@code podcast/3.rss}; segments of ASCII letters, digits, {@code . _ -}
 * @param feed the feed that it belongs to, with which it ends; absent where it belongs to an item
 * @param links what its answers are to say of it
 * @param through the site's sequence up to which it knows all items
 */
record DocumentDraft(
        String file,
        DocumentType type,
        DocumentRole role,
        @Nullable String feed,
        Links links,
        DocumentBody body,
        long through,
        Instant lastModified) {

    /**
     * Where else it is.
     *
     * @param self where readers subscribe to it
     * @param hub where its changes are told
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288, Web Linking</a>
     */
    record Links(@Nullable URI self, @Nullable URI hub) {
        static final Links NONE = new Links(null, null);

        /** As the header field Link says it; absent where there is nothing to say. */
        @Nullable String headerValue() {
            String value = Stream.of(field(self, "self"), field(hub, "hub"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            return value.isEmpty() ? null : value;
        }

        private static Optional<String> field(@Nullable URI target, String relation) {
            return Optional.ofNullable(target).map(uri -> "<" + uri.toASCIIString() + ">; rel=\"" + relation + "\"");
        }
    }

    /** A page of a feed's archive. */
    static DocumentDraft archive(
            String file, DocumentType type, String feed, DocumentBody body, long through, Instant lastModified) {
        return new DocumentDraft(file, type, DocumentRole.ARCHIVE, feed, Links.NONE, body, through, lastModified);
    }

    /** Something of an item. */
    static DocumentDraft ofItem(String file, DocumentType type, DocumentBody body, long through, Instant lastModified) {
        return new DocumentDraft(file, type, DocumentRole.ITEM, null, Links.NONE, body, through, lastModified);
    }
}
