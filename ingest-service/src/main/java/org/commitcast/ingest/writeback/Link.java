package org.commitcast.ingest.writeback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.commitcast.ingest.proposal.OpenProposal;
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
        /** On a branch of ours, for people to take over. */
        PROPOSED,
        /** On a branch of ours, where it is to be taken out again: it is not the one any more, or people wrote another. */
        WITHDRAWN,
        /** A person has the say: they wrote something else there, or took out what we wrote. */
        LEFT,
        /** Nothing is there now that it could be written into. */
        WAITING,
        /** It could not be written; tried again with what is not as it was, and now and then. */
        REFUSED
    }

    private static final String FORGOTTEN = "It is no discussion of the item any more.";

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

    private @Nullable String proposal;

    @Column(name = "proposal_id")
    private @Nullable Long proposalId;

    @Column(name = "proposed_url")
    private @Nullable String proposedUrl;

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

    /**
     * This is the link now; says whether that is something to be written.
     *
     * @param under the name of the proposal in which it is to be; absent where it is to be as the site has it
     */
    boolean become(String now, @Nullable String under, long atRevision) {
        if (atRevision <= revision) {
            return false;
        }
        revision = atRevision;
        boolean same = now.equals(url);
        if (same && (!isUnsettled() || Objects.equals(under, proposal))) {
            return false;
        }
        url = now;
        proposal = under;
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
        boolean ours = said == null ? writtenUrl == null : said.equals(writtenUrl) || said.equals(proposedUrl);
        if (!ours) {
            leave(null);
        }
        return ours;
    }

    /**
     * Whether it may be written over what the document says on a branch of ours; if not it is settled without.
     *
     * @param in which proposal's branch it is
     * @param said null where the key is absent or holds nothing
     */
    boolean mayPropose(OpenProposal in, @Nullable String said) {
        if (url.equals(said)) {
            proposed(in, isIn(in) ? commit : null);
            return false;
        }
        boolean ours = said == null
                ? !isIn(in) || proposedUrl == null
                : said.equals(writtenUrl) || (isIn(in) && said.equals(proposedUrl));
        if (!ours) {
            left("Somebody took it out of the proposal, or wrote something else there.");
        }
        return ours;
    }

    void written(@Nullable String byCommit) {
        state = State.WRITTEN;
        writtenUrl = url;
        commit = byCommit;
        reason = null;
    }

    /** The followed branch has it by a commit of ours. */
    void committed(String byCommit) {
        written(byCommit);
        proposalId = null;
    }

    /** A branch of ours has it by a commit; absent where it was there already. */
    void proposed(OpenProposal in, @Nullable String byCommit) {
        state = State.PROPOSED;
        proposalId = in.id();
        proposedUrl = url;
        commit = byCommit;
        reason = null;
    }

    /** Whether it is, or was, part of a proposal. */
    boolean isIn(OpenProposal one) {
        return proposalId != null && proposalId == one.id();
    }

    /** Whether a proposal's branch has it as far as we know, be it as the link that it was before. */
    boolean isOn(OpenProposal one) {
        return isIn(one) && proposedUrl != null && (isProposed() || isWithdrawn() || isUnsettled());
    }

    /** What we wrote on a branch of ours, as long as nobody has decided about that. */
    @Nullable String proposedUrl() {
        return proposedUrl;
    }

    /** Nobody wants it there any more; where a branch of ours has it, it is to be taken out. */
    void leave(@Nullable String why) {
        if (proposalId != null && proposedUrl != null) {
            state = State.WITHDRAWN;
            reason = why;
            triedWith = null;
        } else {
            left(why);
        }
    }

    /** A branch of ours does not have it any more, by us and by nobody's word. */
    void takenOut() {
        state = State.LEFT;
        proposedUrl = null;
        commit = null;
    }

    /** It could not be taken out of a branch of ours. */
    void stuck(String why) {
        reason = why;
    }

    /** It was tried often enough; says whether it had still to be done. */
    boolean giveUp(String why) {
        if (isPending() || (state == State.REFUSED && reason == null)) {
            refused(why);
            return true;
        } else if (isWithdrawn()) {
            stuck(why);
            triedWith = String.valueOf(triedWith);
            return true;
        }
        return false;
    }

    /** Tried in vain to be taken out of a branch of ours. */
    boolean isStuck() {
        return isWithdrawn() && triedWith != null;
    }

    boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Where it stands. */
    void at(@Nullable String document) {
        path = document;
    }

    /** It is to be written. */
    void pending() {
        state = State.PENDING;
        reason = null;
    }

    /** The proposal in which it was is over. What people took over is ours, as long as it stands there. */
    void over(boolean merged) {
        writtenUrl = merged && proposedUrl != null ? proposedUrl : writtenUrl;
        proposedUrl = null;
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

    /** A person has the say. */
    void left(@Nullable String why) {
        state = State.LEFT;
        reason = why;
    }

    void waits() {
        state = State.WAITING;
    }

    /** There is a document for it. */
    void waitsNoMore() {
        if (state == State.WAITING) {
            state = State.PENDING;
        }
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

    private boolean isUnsettled() {
        return state == State.PENDING || state == State.WAITING || state == State.REFUSED;
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    /** Whether anything is to be done about it, now or some day. */
    boolean isOpen() {
        return isUnsettled() || isProposed() || isWithdrawn();
    }

    boolean isProposed() {
        return state == State.PROPOSED;
    }

    boolean isRefusedNow() {
        return state == State.REFUSED && reason != null;
    }

    boolean isWritten() {
        return state == State.WRITTEN;
    }

    /** Takes over what became of it; of one that is another link by now no more than what the document says. */
    void settle(Link tried) {
        writtenUrl = tried.writtenUrl;
        commit = tried.commit;
        proposalId = tried.proposalId;
        proposedUrl = tried.proposedUrl;
        if (tried.url.equals(url)) {
            state = tried.state;
            path = tried.path;
            reason = tried.reason;
            triedWith = tried.triedWith;
        } else if (url.isEmpty() && tried.isProposed()) {
            // Forgotten while it was on its way.
            leave(FORGOTTEN);
        }
    }

    /**
     * It leads its platform no more; says whether it is to be taken out of a branch of ours. What is written stays so, and
     * what people left or closed, who are not asked again if it ever leads once more; nothing else comes of it.
     */
    boolean forgotten(long atRevision) {
        boolean isNews = atRevision > revision;
        revision = Math.max(revision, atRevision);
        if (!isNews || !(isUnsettled() || isProposed())) {
            return false;
        }
        url = "";
        leave(FORGOTTEN);
        return isWithdrawn();
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

    /** Under which name it is to be proposed; absent where it is to be as the site has it. */
    @Nullable String proposal() {
        return proposal;
    }

    /** The commit that has it. */
    @Nullable String commit() {
        return commit;
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
