package org.commitcast.notify.candidate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commitcast.notify.catalogue.StoredJson;
import org.commitcast.notify.discussion.DiscussedItem;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A thread that was found for an item. Guarded by the lock of the item's threads. */
@Entity
@DynamicUpdate
@Table(name = "candidate")
class CandidateRow {
    @Id
    UUID id;

    String site;
    String incarnation;
    String contentId;
    String source;
    String url;
    String remoteId;

    /** By which all servers know it, where its address does not say that. */
    @Nullable String sameAs;

    @Nullable String about;

    @Nullable String title;

    @Nullable String author;

    @Nullable Instant postedAt;

    @Nullable Integer points;

    @Nullable Integer comments;

    boolean over;
    int score;
    String reasons;

    @Enumerated(EnumType.STRING)
    CandidateState state;

    Instant foundAt;

    @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CandidateRow() {}

    @SuppressWarnings("NullAway.Init") // saw() fills the rest
    CandidateRow(DiscussedItem item, String source, Judged judged, CandidateState state, Instant now) {
        this.id = ThreadId.of(item.contentId(), judged.thread().url());
        this.site = item.site();
        this.incarnation = item.incarnation();
        this.contentId = item.contentId();
        this.source = source;
        this.url = judged.thread().url();
        this.remoteId = judged.thread().remoteId();
        this.about = judged.thread().about();
        this.author = judged.thread().author();
        this.postedAt = judged.thread().postedAt();
        this.foundAt = now;
        this.state = CandidateState.PROPOSED;
        saw(judged);
        become(state, now);
    }

    /** It was found once more: what it has come to may be something else, what was decided is not. */
    final void saw(Judged judged) {
        FoundThread found = judged.thread();
        if (state == CandidateState.PROPOSED) {
            score = judged.score();
            reasons = StoredJson.write(judged.reasons());
        }
        title = found.title() == null ? title : found.title();
        points = found.counts().score() == null ? points : found.counts().score();
        comments = found.counts().comments() == null ? comments : found.counts().comments();
        over = found.counts().over();
        sameAs = found.sameAs() == null ? sameAs : found.sameAs();
    }

    final void become(CandidateState next, Instant now) {
        state = next;
        decidedAt = next == CandidateState.PROPOSED ? null : now;
    }

    DiscussedItem item() {
        return new DiscussedItem(site, incarnation, contentId);
    }

    FoundThread thread() {
        return new FoundThread(
                url, remoteId, about, title, author, postedAt, new ThreadCounts(points, comments, over), sameAs);
    }

    List<String> reasons() {
        return List.of(StoredJson.read(reasons, String[].class));
    }
}
