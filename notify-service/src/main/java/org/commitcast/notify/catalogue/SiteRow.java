package org.commitcast.notify.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteState;

/** A site as its topic last said. */
@Entity
@Table(name = "site")
public class SiteRow {
    @Id
    String name;

    String incarnation;
    long revision;
    boolean removed;
    String definition;
    Instant occurredAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    SiteRow() {}

    SiteRow(SiteState state) {
        name = state.site();
        incarnation = state.incarnation();
        revision = state.revision();
        removed = state.lifecycle() == SiteState.Lifecycle.REMOVED;
        definition = StoredJson.write(state.definition());
        occurredAt = state.occurredAt();
    }

    public boolean removed() {
        return removed;
    }

    public String incarnation() {
        return incarnation;
    }

    /** Whether an item belongs to a life of the site that is over. */
    public boolean hasOutlived(ItemRow item) {
        return incarnation.equals(item.incarnation())
                ? removed
                : occurredAt.isAfter(item.snapshot().occurredAt());
    }

    public SiteDefinition definition() {
        return StoredJson.read(definition, SiteDefinition.class);
    }

    void become(SiteState state) {
        SiteRow next = new SiteRow(state);
        incarnation = next.incarnation;
        revision = next.revision;
        removed = next.removed;
        definition = next.definition;
        occurredAt = next.occurredAt;
    }
}
