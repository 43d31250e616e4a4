package org.commitcast.feedrendering.atom;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.feedrendering.document.NameBasedId;
import org.commitcast.feedrendering.xml.XmlCharacters;

/**
 * Makes an absolute IRI of a guid, which Atom demands and RSS does not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6">RFC 4287, the id element</a>
 */
final class EntryId {
    /** Guids are unique within a site only. Must stay what it is: readers know items by what comes out. */
    private static final UUID GUIDS = UUID.fromString("5a7e3b0c-94d2-4f0e-8a55-b1c9f36d2e41");

    private EntryId() {}

    static String of(ContentSnapshot item) {
        String guid = XmlCharacters.of(item.guid());
        return isAbsolute(guid) ? guid : "urn:uuid:" + NameBasedId.of(GUIDS, item.site() + " " + guid);
    }

    private static boolean isAbsolute(String guid) {
        try {
            URI uri = new URI(guid);
            return uri.isAbsolute() && (uri.getHost() != null || guid.startsWith("urn:") || guid.startsWith("tag:"));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
