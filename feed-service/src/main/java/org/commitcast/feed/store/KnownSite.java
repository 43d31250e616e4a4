package org.commitcast.feed.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.commitcast.contentevents.SiteState;

/** A site as its topic last told it. */
@Entity
@Table(name = "site")
class KnownSite {
    @Id
    private String site;

    private String incarnation;
    private long revision;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    private byte[] state;
    private boolean pending;

    @Column(name = "touched_at")
    private Instant touchedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected KnownSite() {}

    KnownSite(SiteState first) {
        site = first.site();
        incarnation = first.incarnation();
        revision = first.revision();
        occurredAt = first.occurredAt();
        state = StoredEvent.of(first);
        touchedAt = first.occurredAt();
    }

    /** Takes a newer state; says whether it was one. Revisions count on through all lives of a name; clocks may not. */
    boolean take(SiteState next) {
        boolean newer = next.revision() > revision;
        if (newer) {
            incarnation = next.incarnation();
            revision = next.revision();
            occurredAt = next.occurredAt();
            state = StoredEvent.of(next);
        }
        return newer;
    }

    SiteState state() {
        return StoredEvent.site(state);
    }

    String incarnation() {
        return incarnation;
    }

    /** Records have come that its feeds are to be made of. */
    void touch(Instant now) {
        pending = true;
        touchedAt = now;
    }

    Instant touchedAt() {
        return touchedAt;
    }

    void setPending(boolean value) {
        pending = value;
    }

    boolean pending() {
        return pending;
    }
}
