package org.commitcast.ingest.writeback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A discussion link that belongs into a document, and what we know to have written there. */
@Entity
@Table(name = "write_back")
@DynamicUpdate
class Link {
    /** Where it stands. */
    enum State {
        PENDING,
        WRITTEN,
        /** A person has the say: they wrote something else there, or took out what we wrote. */
        LEFT,
        REFUSED
    }

    @Id
    private String id;

    private String site;
    private String incarnation;

    @Column(name = "content_id")
    private String contentId;

    private String platform;
    private String url;
    private long revision;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "written_url")
    private @Nullable String writtenUrl;

    @Column(name = "commit_sha")
    private @Nullable String commit;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Link() {}

    Link(String site, String incarnation, String contentId, String platform) {
        this.id = id(contentId, platform);
        this.site = site;
        this.incarnation = incarnation;
        this.contentId = contentId;
        this.platform = platform;
        this.url = "";
        this.state = State.LEFT;
    }

    static String id(String contentId, String platform) {
        return contentId + "/" + platform;
    }

    /** This is the link now; says whether that is something to be written. */
    boolean become(String now, long atRevision) {
        if (atRevision <= revision) {
            return false;
        }
        revision = atRevision;
        if (now.equals(url)) {
            return false;
        }
        url = now;
        state = State.PENDING;
        return true;
    }

    /**
     * Whether it may be written over what the document says; if not it is settled without.
     *
     * @param said null where the key is absent or holds nothing
     */
    boolean mayReplace(@Nullable String said) {
        if (url.equals(said)) {
            written(commit);
            return false;
        }
        boolean ours = said == null ? writtenUrl == null : said.equals(writtenUrl);
        if (!ours) {
            state = State.LEFT;
        }
        return ours;
    }

    void written(@Nullable String byCommit) {
        state = State.WRITTEN;
        writtenUrl = url;
        commit = byCommit;
    }

    void refused() {
        state = State.REFUSED;
    }

    void left() {
        state = State.LEFT;
    }

    String id() {
        return id;
    }

    String site() {
        return site;
    }

    String incarnation() {
        return incarnation;
    }

    String contentId() {
        return contentId;
    }

    String platform() {
        return platform;
    }

    String url() {
        return url;
    }

    State state() {
        return state;
    }
}
