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
        /** Nothing is there now that it could be written into. */
        WAITING,
        /** It could not be written; tried again with what is not as it was, and now and then. */
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

    private @Nullable String path;
    private @Nullable String reason;

    @Column(name = "tried_with")
    private @Nullable String triedWith;

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

    /**
     * It is tried now.
     *
     * @param with what the outcome hangs on
     */
    void tried(@Nullable String at, String with) {
        path = at;
        triedWith = with;
        reason = null;
    }

    void refused(String why) {
        state = State.REFUSED;
        reason = why;
    }

    void left() {
        state = State.LEFT;
    }

    void waits() {
        state = State.WAITING;
    }

    /**
     * Whether it is to be tried.
     *
     * @param with what the outcome hangs on now
     * @param again whether what was refused is tried in any case
     */
    boolean isDue(String with, boolean again) {
        return state == State.PENDING || !with.equals(triedWith) || (again && state == State.REFUSED);
    }

    /** Takes over what became of it; of one that is another link by now no more than what the document says. */
    void settle(Link tried) {
        if (tried.state == State.WRITTEN) {
            writtenUrl = tried.writtenUrl;
            commit = tried.commit;
        }
        if (tried.url.equals(url)) {
            state = tried.state;
            path = tried.path;
            reason = tried.reason;
            triedWith = tried.triedWith;
        }
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

    /** Where it was tried last. */
    @Nullable String path() {
        return path;
    }

    /** Why it was refused. */
    @Nullable String reason() {
        return reason;
    }
}
