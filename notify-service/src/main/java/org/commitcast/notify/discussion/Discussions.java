package org.commitcast.notify.discussion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.catalogue.FirstWrites;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/**
 * Where items are talked about. Whoever changes an item's threads holds its row until their transaction ends; the topic
 * is told in that transaction, and who else wants to know by {@link ThreadsChanged}.
 */
@ApplicationScoped
public class Discussions implements PanacheRepositoryBase<DiscussionRow, String> {
    private final Outbox outbox;
    private final FirstWrites firstWrites;
    private final DatabaseTime time;
    private final Event<ThreadsChanged> changed;
    private final Event<ThreadsMet> met;
    private final MentionConfig config;

    Discussions(
            Outbox outbox,
            FirstWrites firstWrites,
            DatabaseTime time,
            Event<ThreadsChanged> changed,
            Event<ThreadsMet> met,
            MentionConfig config) {
        this.met = met;
        this.config = config;
        this.outbox = outbox;
        this.firstWrites = firstWrites;
        this.time = time;
        this.changed = changed;
    }

    /** Takes in the links of an item's front matter. */
    public void consider(ContentSnapshot item) {
        if (!item.links().isEmpty() || locked(item.contentId()) != null) {
            DiscussionRow row = lockedOrNew(DiscussedItem.of(item));
            boolean byPerson = item.cause() == Cause.CONTENT || item.cause() == Cause.DISCUSSION;
            change(row, (threads, now) -> threads.inFrontMatter(row.frontMatter(), item.links(), byPerson, now));
            row.sawFrontMatter(item.links().values());
        }
    }

    /** Adds a thread that a person gave or confirmed, in their spelling. */
    public DiscussionState give(DiscussedItem item, String url) {
        DiscussionState state = change(
                lockedOrNew(item),
                (threads, now) -> threads.given(ThreadAddress.of(url).platform(), url, now));
        new KnownThreads(state).thread(url, null).ifPresent(thread -> met(state, Set.of(thread.url()), true));
        return state;
    }

    /** Adds a thread that was found and that a person confirmed. */
    public DiscussionState confirm(DiscussedItem item, String platform, FoundThread found) {
        DiscussionState state = change(lockedOrNew(item), (threads, now) -> threads.confirmed(found, platform, now));
        met(state, urls(state, List.of(found)), true);
        return state;
    }

    /**
     * Adds threads that were found, the best first.
     *
     * @param proposal under which their links are proposed; absent where the site's own way of writing them counts
     */
    public DiscussionState accept(
            DiscussedItem item, String platform, List<FoundThread> found, @Nullable String proposal) {
        return change(lockedOrNew(item), (threads, now) -> threads.found(found, platform, proposal, now));
    }

    /**
     * Says of threads that were found and are known what they are called and have come to, as far as nobody said it yet.
     */
    public void describe(DiscussedItem item, List<FoundThread> found) {
        if (!found.isEmpty()) {
            DiscussionState state = change(lockedOrNew(item), (threads, now) -> threads.described(found));
            List<FoundThread> open =
                    found.stream().filter(thread -> !thread.counts().over()).toList();
            met(state, urls(state, open), false);
        }
    }

    private void met(DiscussionState state, Set<String> urls, boolean byPerson) {
        if (!urls.isEmpty()) {
            met.fire(new ThreadsMet(state.contentId(), urls, byPerson));
        }
    }

    /** As the item has them. */
    private static Set<String> urls(DiscussionState state, List<FoundThread> found) {
        KnownThreads known = new KnownThreads(state);
        return found.stream()
                .flatMap(thread -> known.thread(thread.url(), thread.sameAs()).stream())
                .map(DiscussionThread::url)
                .collect(Collectors.toSet());
    }

    /**
     * Takes a thread away of which a person said that it is not about the item; it does not come back by itself.
     *
     * @param id by which all servers know it, where that is known
     */
    public DiscussionState reject(DiscussedItem item, String url, @Nullable String id) {
        return change(lockedOrNew(item), (threads, now) -> threads.rejecting(url, id));
    }

    /** Puts in what a look at threads gave, by the addresses that they were asked for. */
    public void looked(String contentId, Followed.Seen seen) {
        DiscussionRow known = locked(contentId);
        if (known != null) {
            change(known, (threads, now) -> threads.counted(seen.counts()).identified(seen.ids()));
        }
    }

    /** Learns of its own record, where this store is an older copy or empty. */
    public void restore(DiscussionState state) {
        DiscussionRow known = locked(state.contentId());
        DiscussionRow row = known == null
                ? new DiscussionRow(
                        new DiscussedItem(state.site(), state.incarnation(), state.contentId()), state.occurredAt())
                : known;
        if (known == null || state.revision() > known.revision) {
            row.restore(state);
            persist(row);
            changed.fire(new ThreadsChanged(state));
        }
    }

    /** What is known of an item; empty where nothing ever was. */
    public Optional<DiscussionState> of(String contentId) {
        return findByIdOptional(contentId).map(DiscussionRow::state);
    }

    /** What is known of an item, which nobody else changes until the transaction ends. */
    public DiscussionState locked(DiscussedItem item) {
        return lockedOrNew(item).state();
    }

    /** A thread of an item, by its id. */
    public record Named(DiscussedItem item, String url) {}

    /** The thread with this id, also where it was rejected. What it names may change before it is locked. */
    public Optional<Named> named(UUID thread) {
        String sql =
                """
                select * from discussion
                where thread_ids @> array[cast(:id as uuid)] or (thread_ids is null and threads <> '[]')""";
        List<?> rows = getEntityManager()
                .createNativeQuery(sql, DiscussionRow.class)
                .setParameter("id", thread)
                .getResultList();
        // A row that was read without its lock would not be read again with it.
        rows.forEach(getEntityManager()::detach);
        return rows.stream()
                .map(DiscussionRow.class::cast)
                .flatMap(row -> row.address(thread).stream().map(url -> new Named(row.item(), url)))
                .findFirst();
    }

    void announced(DiscussedItem item, String platform, String url) {
        change(lockedOrNew(item), (threads, now) -> threads.announced(platform, url, now));
    }

    void takenBack(DiscussedItem item, String url) {
        change(lockedOrNew(item), (threads, now) -> threads.takenBack(url));
    }

    /** The item's row, locked; a new one where there is none. */
    private DiscussionRow lockedOrNew(DiscussedItem item) {
        DiscussionRow known = locked(item.contentId());
        if (known == null) {
            firstWrites.lock("discussion", item.contentId());
            known = locked(item.contentId());
        }
        return known == null ? new DiscussionRow(item, time.now()) : known;
    }

    /** Locked by the first read of a transaction: a lock on what was read before would not read it again. */
    private @Nullable DiscussionRow locked(String contentId) {
        return findById(contentId, LockModeType.PESSIMISTIC_WRITE);
    }

    private DiscussionState change(DiscussionRow row, BiFunction<Threads, Instant, Threads> rule) {
        Threads before = row.threads();
        Instant now = time.now();
        Threads next = rule.apply(before, now).within(config.mostMentions());
        if (!next.equals(before)) {
            boolean told = row.become(next, now);
            persist(row);
            if (told) {
                outbox.append(row.state());
                changed.fire(new ThreadsChanged(row.state()));
            }
        }
        return row.state();
    }
}
