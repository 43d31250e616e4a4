package org.commitcast.feedrendering.document;

import java.net.URI;
import org.commitcast.feedrendering.transcript.TranscriptForm;

/**
 * Where the documents that belong to a site's items are.
 *
 * @param base of the address at which feeds are served, absolute, with or without a slash at its end
 */
public record ItemAddresses(URI base, String site) {

    /** Of an item's chapters. */
    public URI chapters(String contentId) {
        return of(contentId, "chapters.json");
    }

    /** Of an item's transcript. */
    public URI transcript(String contentId, TranscriptForm form) {
        return of(contentId, "transcript" + form.ending());
    }

    private URI of(String contentId, String document) {
        String start = base.toString();
        String slash = start.endsWith("/") ? "" : "/";
        return URI.create(start + slash + "feeds/" + site + "/items/" + contentId + "/" + document);
    }
}
