package org.commitcast.notify.follow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.ThreadCounts;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A thread that is looked at again and again. */
@Entity
@DynamicUpdate
@Table(name = "followed_thread")
class FollowedRow {
    private static final int MOST_DOUBLINGS = 6;

    @Id
    UUID id;

    String contentId;
    String site;
    String platform;
    /** Its own silence holds up no other server of the platform. */
    String host;

    String url;

    @Nullable String remoteId;

    /** Since when there is something to be looked at. */
    Instant bornAt;

    int looks;
    /** How often in a row the source gave no answer. */
    int failures;

    @Nullable Integer score;

    @Nullable Integer comments;

    /** Nobody can answer there any more. */
    boolean over;

    /** When that was seen the last time. */
    @Nullable Instant overAt;

    /** Absent where nobody looks unless asked. */
    @Nullable Instant nextAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    FollowedRow() {}

    FollowedRow(UUID id, String contentId, String site, FollowedThread thread, String platform, Instant bornAt) {
        this.id = id;
        this.contentId = contentId;
        this.site = site;
        this.platform = platform;
        this.url = thread.url();
        this.host = ThreadAddress.host(thread.url());
        this.remoteId = thread.remoteId();
        this.bornAt = bornAt;
    }

    FollowedThread thread() {
        return new FollowedThread(url, remoteId);
    }

    /** Takes in what was seen; says whether that is something else than before. */
    boolean saw(ThreadCounts counts, Instant now) {
        looks++;
        failures = 0;
        over = counts.over();
        overAt = over ? now : null;
        Integer newScore = counts.score() == null ? score : counts.score();
        Integer newComments = counts.comments() == null ? comments : counts.comments();
        boolean news = !Objects.equals(newScore, score) || !Objects.equals(newComments, comments);
        score = newScore;
        comments = newComments;
        return news;
    }

    /** The source said nothing of it. */
    void sawNothing() {
        looks++;
        failures = 0;
    }

    /**
     * The source cannot be asked now, because it has no room or gives no answer. At first this is as late as it was; what
     * is met by that again makes way for the others, twice as long each time, but no longer than until the next look.
     *
     * @param dueAt when it was due, also where it was over meanwhile: it was met again
     * @param after what the source asks to wait
     * @param next absent where there would be no other look
     */
    void wait(@Nullable Instant dueAt, Instant now, Duration after, @Nullable Instant next) {
        failures++;
        if (failures < 2) {
            nextAt = dueAt;
            return;
        }
        Instant again = now.plus(after.multipliedBy(1L << Math.min(failures - 2, MOST_DOUBLINGS)));
        nextAt = next == null || again.isBefore(next) ? again : next;
    }
}
