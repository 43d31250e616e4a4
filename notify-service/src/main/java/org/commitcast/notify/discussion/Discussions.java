package org.commitcast.notify.discussion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.notify.catalogue.FirstWrites;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Where items are talked about. */
@ApplicationScoped
public class Discussions implements PanacheRepositoryBase<DiscussionRow, String> {
    private final Outbox outbox;
    private final FirstWrites firstWrites;
    private final DatabaseTime time;

    Discussions(Outbox outbox, FirstWrites firstWrites, DatabaseTime time) {
        this.outbox = outbox;
        this.firstWrites = firstWrites;
        this.time = time;
    }

    /** Takes in the links of an item's front matter. */
    public void consider(ContentSnapshot item) {
        if (!item.links().isEmpty() || locked(item.contentId()) != null) {
            Instant now = time.now();
            DiscussionRow row = lockedOrNew(item);
            change(row, threads -> Threads.inFrontMatter(threads, row.frontMatter(), item.links(), now));
            row.sawFrontMatter(item.links());
        }
    }

    /** Adds a thread that a person gave. */
    DiscussionRow give(ContentSnapshot item, String platform, String url) {
        Instant now = time.now();
        return change(lockedOrNew(item), threads -> Threads.given(threads, platform, url, now));
    }

    /** Learns of its own record, where this store is an older copy or empty. */
    public void restore(DiscussionState state) {
        DiscussionRow known = locked(state.contentId());
        if (known == null) {
            DiscussionRow row =
                    new DiscussionRow(state.site(), state.incarnation(), state.contentId(), state.occurredAt());
            row.restore(state);
            persist(row);
        } else if (state.revision() > known.revision) {
            known.restore(state);
        }
    }

    /** The item's row, locked; a new one where there is none. */
    private DiscussionRow lockedOrNew(ContentSnapshot item) {
        DiscussionRow known = locked(item.contentId());
        if (known == null) {
            firstWrites.lock("discussion", item.contentId());
            known = locked(item.contentId());
        }
        return known == null ? new DiscussionRow(item.site(), item.incarnation(), item.contentId(), time.now()) : known;
    }

    /** Locked by the first read of a transaction: a lock on what was read before would not read it again. */
    private @Nullable DiscussionRow locked(String contentId) {
        return findById(contentId, LockModeType.PESSIMISTIC_WRITE);
    }

    private DiscussionRow change(DiscussionRow row, UnaryOperator<List<DiscussionThread>> rule) {
        List<DiscussionThread> next = rule.apply(row.threads());
        if (!next.equals(row.threads())) {
            row.become(next, time.now());
            persist(row);
            outbox.append(row.state());
        }
        return row;
    }
}
