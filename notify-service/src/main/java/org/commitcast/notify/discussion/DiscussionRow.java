package org.commitcast.notify.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.notify.catalogue.StoredJson;
import org.jspecify.annotations.Nullable;

/** The threads of an item. */
@Entity
@Table(name = "discussion")
public class DiscussionRow {
    @Id
    String contentId;

    String site;
    String incarnation;
    long revision;
    String threads;
    String frontMatter;
    String rejected;
    String leftAlone;
    String ours;
    String leftOut;
    String sameAs;

    /** By which its threads are asked for, also those that were rejected; absent in rows of older versions. */
    UUID @Nullable [] threadIds;

    Instant occurredAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    DiscussionRow() {}

    DiscussionRow(DiscussedItem item, Instant now) {
        this.contentId = item.contentId();
        this.site = item.site();
        this.incarnation = item.incarnation();
        this.threads = "[]";
        this.frontMatter = "[]";
        this.rejected = "[]";
        this.leftAlone = "[]";
        this.ours = "[]";
        this.leftOut = "[]";
        this.sameAs = "{}";
        this.occurredAt = now;
    }

    Threads threads() {
        return new Threads(
                List.of(StoredJson.read(threads, DiscussionThread[].class)),
                List.of(StoredJson.read(rejected, String[].class)),
                Set.of(StoredJson.read(leftAlone, String[].class)),
                Set.of(StoredJson.read(ours, String[].class)),
                Set.of(StoredJson.read(leftOut, String[].class)),
                StoredJson.readTexts(sameAs));
    }

    /** The addresses that the front matter held when it was last looked at. */
    Set<String> frontMatter() {
        return Set.of(StoredJson.read(frontMatter, String[].class));
    }

    void sawFrontMatter(Collection<String> links) {
        frontMatter = StoredJson.write(new TreeSet<>(links));
    }

    /** Takes them in; says whether the topic has to know. */
    boolean become(Threads next, Instant now) {
        Threads before = threads();
        boolean told = !next.all().equals(before.all())
                || !next.rejected().equals(before.rejected())
                || !next.sameAs().equals(before.sameAs())
                || next.leftOut().size() != before.leftOut().size();
        store(next);
        if (told) {
            revision++;
            occurredAt = now;
        }
        return told;
    }

    private void store(Threads next) {
        threads = StoredJson.write(next.all());
        rejected = StoredJson.write(next.rejected());
        leftAlone = StoredJson.write(new TreeSet<>(next.leftAlone()));
        ours = StoredJson.write(new TreeSet<>(next.ours()));
        leftOut = StoredJson.write(new TreeSet<>(next.leftOut()));
        sameAs = StoredJson.write(new TreeMap<>(next.sameAs()));
        threadIds = addresses(next)
                .map(url -> ThreadId.of(contentId, url))
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Stream<String> addresses(Threads threads) {
        return Stream.concat(threads.all().stream().map(DiscussionThread::url), threads.rejected().stream());
    }

    void restore(DiscussionState state) {
        site = state.site();
        incarnation = state.incarnation();
        revision = state.revision();
        store(Threads.restored(state));
        // What was rejected and written before is in the document still, and nobody's word against it.
        Set<String> seen = new TreeSet<>(frontMatter());
        seen.addAll(state.rejected());
        sawFrontMatter(seen);
        occurredAt = state.occurredAt();
    }

    /** The address of the thread with this id, also of one that was rejected. */
    Optional<String> address(UUID id) {
        return addresses(threads())
                .filter(url -> ThreadId.of(contentId, url).equals(id))
                .findFirst();
    }

    DiscussedItem item() {
        return new DiscussedItem(site, incarnation, contentId);
    }

    DiscussionState state() {
        Threads now = threads();
        return new DiscussionState(
                site,
                incarnation,
                contentId,
                revision,
                now.all(),
                occurredAt,
                now.rejected(),
                now.sameAs(),
                now.leftOut().size());
    }
}
