package org.commitcast.feedrendering.transcript;

/** A form in which a transcript is read; in the order in which feeds offer them, the richest first. */
public enum TranscriptForm {
    VTT(".vtt", "text/vtt"),
    SRT(".srt", "application/x-subrip"),
    JSON(".json", "application/json"),
    HTML(".html", "text/html"),
    TXT(".txt", "text/plain");

    private final String ending;
    private final String mediaType;

    TranscriptForm(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Of its file, with the dot. */
    public String ending() {
        return ending;
    }

    /** Without parameters, as links name it. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether players can show it in time with the recording. */
    public boolean isCaptions() {
        return this == VTT || this == SRT || this == JSON;
    }

    /** As HTTP names it. */
    public String contentType() {
        return this == JSON ? mediaType : mediaType + "; charset=utf-8";
    }
}
