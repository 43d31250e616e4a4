package org.commitcast.feed.serving;

import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.transcript.TranscriptForm;

/** What a document is written in. */
public enum DocumentType {
    RSS(FeedFormat.RSS.contentType()),
    ATOM(FeedFormat.ATOM.contentType()),
    JSON_FEED(FeedFormat.JSON.contentType()),
    /**
     * Chapters.
     *
     * @see <a
     *     href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md">
     *     JSON chapters 1.2</a>
     */
    CHAPTERS("application/json+chapters"),
    VTT(TranscriptForm.VTT.contentType()),
    SRT(TranscriptForm.SRT.contentType()),
    TRANSCRIPT_JSON(TranscriptForm.JSON.contentType()),
    HTML(TranscriptForm.HTML.contentType()),
    TEXT(TranscriptForm.TXT.contentType());

    private final String contentType;

    DocumentType(String contentType) {
        this.contentType = contentType;
    }

    /** Of a feed, or a page of its archive. */
    public static DocumentType of(FeedFormat format) {
        return switch (format) {
            case RSS -> RSS;
            case ATOM -> ATOM;
            case JSON -> JSON_FEED;
        };
    }

    /** Of a transcript. */
    public static DocumentType of(TranscriptForm form) {
        return switch (form) {
            case VTT -> VTT;
            case SRT -> SRT;
            case JSON -> TRANSCRIPT_JSON;
            case HTML -> HTML;
            case TXT -> TEXT;
        };
    }

    /** As HTTP names it. */
    String contentType() {
        return contentType;
    }
}
