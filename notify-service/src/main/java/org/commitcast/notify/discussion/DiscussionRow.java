package org.commitcast.notify.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.notify.catalogue.StoredJson;

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
    Instant occurredAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    DiscussionRow() {}

    DiscussionRow(String site, String incarnation, String contentId, Instant now) {
        this.contentId = contentId;
        this.site = site;
        this.incarnation = incarnation;
        this.threads = "[]";
        this.frontMatter = "[]";
        this.occurredAt = now;
    }

    List<DiscussionThread> threads() {
        return List.of(StoredJson.read(threads, DiscussionThread[].class));
    }

    /** The addresses that the front matter held when it was last looked at. */
    Set<String> frontMatter() {
        return Set.of(StoredJson.read(frontMatter, String[].class));
    }

    void sawFrontMatter(Map<String, String> links) {
        frontMatter = StoredJson.write(new TreeSet<>(links.values()));
    }

    void become(List<DiscussionThread> next, Instant now) {
        threads = StoredJson.write(next);
        revision++;
        occurredAt = now;
    }

    void restore(DiscussionState state) {
        site = state.site();
        incarnation = state.incarnation();
        revision = state.revision();
        threads = StoredJson.write(state.threads());
        occurredAt = state.occurredAt();
    }

    DiscussionState state() {
        return new DiscussionState(site, incarnation, contentId, revision, threads(), occurredAt);
    }
}
