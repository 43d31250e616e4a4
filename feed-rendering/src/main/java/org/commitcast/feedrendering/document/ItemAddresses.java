package org.commitcast.feedrendering.document;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.commitcast.feedrendering.transcript.TranscriptForm;

/**
 * Where the documents that belong to a site's items are.
 *
 * @param folder of all documents of the site, absolute, with or without a slash at its end
 */
public record ItemAddresses(URI folder) {

    /** Of an item's chapters. */
    public URI chapters(String contentId) {
        return of(chaptersFile(contentId));
    }

    /** Of an item's transcript. */
    public URI transcript(String contentId, TranscriptForm form) {
        return of(transcriptFile(contentId, form));
    }

    private URI of(String file) {
        String start = folder.toString();
        return URI.create(start + (start.endsWith("/") ? "" : "/") + file);
    }

    /** The path of an item's chapters, below the site's folder. */
    public static String chaptersFile(String contentId) {
        return "items/" + contentId + "/chapters.json";
    }

    /** The path of an item's transcript, below the site's folder. */
    public static String transcriptFile(String contentId, TranscriptForm form) {
        return "items/" + contentId + "/transcript" + form.ending();
    }

    /** Every path that a document of an item can have, whether there is one or not. */
    public static List<String> files(String contentId) {
        return Stream.concat(
                        Stream.of(chaptersFile(contentId)),
                        Arrays.stream(TranscriptForm.values()).map(form -> transcriptFile(contentId, form)))
                .toList();
    }
}
