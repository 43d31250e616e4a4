package org.commitcast.feedrendering.document;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The other documents of a feed that does not fit into one.
 *
 * @param links absolute
 * @param archive whether the document itself is an archive, whose items stay in it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005, archived feeds</a>
 */
public record PageLinks(Map<PageRelation, URI> links, boolean archive) {

    /** Of a feed that is one document. */
    public static final PageLinks NONE = new PageLinks(Map.of(), false);

    /**
     * Of the document that readers subscribe to, in front of archives.
     *
     * @param subscription where it is
     */
    public static PageLinks ofSubscription(URI subscription, URI newestArchive, URI oldestArchive) {
        return new PageLinks(
                Map.of(
                        PageRelation.FIRST, subscription,
                        PageRelation.NEXT, newestArchive,
                        PageRelation.LAST, oldestArchive,
                        PageRelation.PREVIOUS_ARCHIVE, newestArchive),
                false);
    }

    /**
     * Of an archive. None leads to a newer archive: it would change when that one comes. There are readers that know
     * archives and others that know pages, of which the next one is the older one.
     *
     * @param subscription where readers subscribe
     * @param older the next older archive; absent of the oldest one
     */
    public static PageLinks ofArchive(URI subscription, @Nullable URI older, URI oldest) {
        Map<PageRelation, URI> links = new EnumMap<>(PageRelation.class);
        links.put(PageRelation.FIRST, subscription);
        links.put(PageRelation.LAST, oldest);
        links.put(PageRelation.CURRENT, subscription);
        if (older != null) {
            links.put(PageRelation.NEXT, older);
            links.put(PageRelation.PREVIOUS_ARCHIVE, older);
        }
        return new PageLinks(links, true);
    }

    public PageLinks {
        Map<PageRelation, URI> ordered = new EnumMap<>(PageRelation.class);
        ordered.putAll(links);
        links = Collections.unmodifiableMap(ordered);
    }

    /** Where that document is. */
    public Optional<URI> to(PageRelation relation) {
        return Optional.ofNullable(links.get(relation));
    }
}
