package org.commitcast.notify.backfill;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.commitcast.notify.catalogue.SiteRow;
import org.jspecify.annotations.Nullable;

/** One search through a site's archive. */
@Entity
@Table(name = "backfill")
class BackfillRow {
    /** Where it stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    @Id
    UUID id;

    String site;
    String incarnation;
    boolean dryRun;
    /** By which all that it finds is proposed together. */
    String proposal;

    @Enumerated(EnumType.STRING)
    State state;

    /** Up to which place all that was found is recorded. */
    long recorded;

    Instant createdAt;

    @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    BackfillRow() {}

    BackfillRow(String name, SiteRow site, boolean dryRun, Instant now) {
        this.id = UUID.randomUUID();
        this.site = name;
        this.incarnation = site.incarnation();
        this.dryRun = dryRun;
        this.proposal = "backfill-" + now.atOffset(ZoneOffset.UTC).toLocalDate() + "-"
                + id.toString().substring(0, 8);
        this.state = State.RUNNING;
        this.createdAt = now;
    }

    boolean runs() {
        return state == State.RUNNING;
    }

    void end(State as, Instant now) {
        state = as;
        finishedAt = now;
    }
}
