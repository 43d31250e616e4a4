package org.commitcast.notify.follow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.eventtransport.Outage;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.discussion.DiscussedItem;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.source.SourceCalls;
import org.jboss.logging.Logger;

/** Begins with threads that were known before their platform could be followed, or before their item was out again. */
@ApplicationScoped
class UnwatchedThreads {
    private static final Logger LOG = Logger.getLogger(UnwatchedThreads.class);
    private static final int AT_ONCE = 200;

    private final FollowedRows rows;
    private final ThreadWatch watch;
    private final Discussions discussions;
    private final Items items;
    private final SourceCalls sources;

    UnwatchedThreads(FollowedRows rows, ThreadWatch watch, Discussions discussions, Items items, SourceCalls sources) {
        this.rows = rows;
        this.watch = watch;
        this.discussions = discussions;
        this.items = items;
        this.sources = sources;
    }

    void beginAll() {
        List<String> some = after("");
        while (!some.isEmpty()) {
            some.forEach(this::begin);
            some = after(some.get(some.size() - 1));
        }
    }

    private List<String> after(String contentId) {
        return QuarkusTransaction.requiringNew().call(() -> rows.unwatched(sources.followed(), contentId, AT_ONCE));
    }

    /** What nothing can be made of keeps no other waiting. */
    private void begin(String contentId) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> items.findByIdOptional(contentId).ifPresent(this::begin));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "threads are not followed (item=%s)", contentId);
        }
    }

    /** Under the lock of whoever changes its threads: another instance may be at it, too. */
    private void begin(ItemRow item) {
        watch.begin(discussions.locked(new DiscussedItem(item.site(), item.incarnation(), item.contentId())));
    }
}
