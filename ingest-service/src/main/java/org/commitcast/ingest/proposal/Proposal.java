package org.commitcast.ingest.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A branch of ours. What becomes of it is found by rounds of work on its site; a forge may tell of it as well. */
@Entity
@Table(name = "proposal")
@DynamicUpdate
class Proposal {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String site;
    private String incarnation;
    private String name;
    private String repository;
    private String branch;
    private String base;

    @Enumerated(EnumType.STRING)
    private ProposalState state;

    private @Nullable String head;

    @Column(name = "base_commit")
    private @Nullable String baseCommit;

    private @Nullable String because;
    private @Nullable String number;
    private @Nullable String url;
    private @Nullable String problem;
    private @Nullable String contradiction;
    private boolean closing;

    @Enumerated(EnumType.STRING)
    private @Nullable ProposalState told;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    private long taking;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Proposal() {}

    @SuppressWarnings("NullAway.Init") // The database gives the id.
    Proposal(NewProposal wanted, Instant at) {
        this.site = wanted.site();
        this.incarnation = wanted.incarnation();
        this.name = wanted.name();
        this.repository = wanted.repository();
        this.branch = wanted.branch();
        this.base = wanted.base();
        this.because = wanted.because();
        this.state = ProposalState.OPEN;
        this.openedAt = at;
        this.nextAttemptAt = at;
    }

    OpenProposal open() {
        return new OpenProposal(id, name, repository, branch, base, head, told);
    }

    /** Its branch is at this commit now; what the base did not take, if anything, is a reason of its own. */
    void at(String commit, @Nullable String of, @Nullable String why, Instant now) {
        head = commit;
        baseCommit = of == null ? baseCommit : of;
        because = why == null ? because : why;
        if (number == null) {
            nextAttemptAt = now;
        }
    }

    void settle(ProposalState as, Instant at) {
        state = as;
        settledAt = at;
        problem = null;
        contradiction = null;
    }

    /**
     * Nothing is left of it.
     *
     * @param alsoAtForge whether nobody else has anything there either
     */
    void withdraw(boolean alsoAtForge, Instant at) {
        settle(ProposalState.CLOSED, at);
        closing = alsoAtForge;
        attempts = 0;
        nextAttemptAt = at;
    }

    /** Its branch cannot be merged as it is; absent where it can. */
    void contradicts(@Nullable String how) {
        contradiction = how;
    }

    /** The forge shows it to nobody any more, or that is for people to see to. */
    void closed() {
        closing = false;
        leaseUntil = null;
    }

    /** The forge shows it to people. */
    void shown(String as, @Nullable String where, Instant next) {
        number = as;
        url = where;
        problem = null;
        next(closing ? openedAt : next, 0);
    }

    /** The forge says what became of it. */
    void told(@Nullable ProposalState what, Instant next) {
        told = what;
        problem = null;
        next(next, 0);
    }

    /** It is not shown, or nobody knows what became of it; a person may have to see to it. */
    void hindered(@Nullable String why, Instant next) {
        problem = why == null ? problem : why;
        next(next, attempts + 1);
    }

    /** Its owner said something new: what was in the way may be gone, and what is under way goes by what was said before. */
    void again(Instant now) {
        taking++;
        next(now, 0);
    }

    boolean isTakenBy(ProposalTask task) {
        return taking == task.taking();
    }

    private void next(Instant at, int failed) {
        attempts = failed;
        nextAttemptAt = at;
        leaseUntil = null;
    }

    /** Whether its forge has to be spoken to. */
    boolean isAtWork() {
        return isOpen() || closing;
    }

    boolean isOpen() {
        return state == ProposalState.OPEN;
    }

    long id() {
        return id;
    }

    String site() {
        return site;
    }

    String incarnation() {
        return incarnation;
    }

    String name() {
        return name;
    }

    String branch() {
        return branch;
    }

    String base() {
        return base;
    }

    ProposalState state() {
        return state;
    }

    @Nullable String head() {
        return head;
    }

    @Nullable String baseCommit() {
        return baseCommit;
    }

    @Nullable String because() {
        return because;
    }

    @Nullable String number() {
        return number;
    }

    @Nullable String url() {
        return url;
    }

    @Nullable String problem() {
        return problem;
    }

    @Nullable String contradiction() {
        return contradiction;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable Instant settledAt() {
        return settledAt;
    }

    int attempts() {
        return attempts;
    }
}
