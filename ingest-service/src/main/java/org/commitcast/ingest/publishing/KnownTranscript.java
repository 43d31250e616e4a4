package org.commitcast.ingest.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.contentreading.transcript.TranscriptKey;
import org.jspecify.annotations.Nullable;

/** A transcript as it was last published; its cues are on the topic only. */
@Entity
@Table(name = "transcript")
class KnownTranscript {
    @Id
    @Column(name = "content_id")
    private String contentId;

    private String site;
    private String incarnation;
    private String path;

    @Column(name = "episode_path")
    private @Nullable String episodePath;

    private String blob;
    private boolean present;
    private long revision;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected KnownTranscript() {}

    @SuppressWarnings("NullAway.Init")
    KnownTranscript(String contentId, String site, String incarnation) {
        this.contentId = contentId;
        this.site = site;
        this.incarnation = incarnation;
    }

    /** Takes in a record of it that is on its way out, or that is known to be. */
    void recorded(TranscriptState now, String itsBlob, @Nullable String itsEpisode) {
        path = now.path();
        present = !now.withdrawn();
        revision = now.revision();
        blob = itsBlob;
        episodePath = itsEpisode;
    }

    TranscriptKey key() {
        return TranscriptKey.of(path, episodePath);
    }

    String site() {
        return site;
    }

    String contentId() {
        return contentId;
    }

    String path() {
        return path;
    }

    String blob() {
        return blob;
    }

    boolean present() {
        return present;
    }

    long revision() {
        return revision;
    }

    String incarnation() {
        return incarnation;
    }
}
