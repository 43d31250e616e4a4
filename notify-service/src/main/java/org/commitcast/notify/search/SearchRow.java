package org.commitcast.notify.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.address.ItemAddresses;
import org.commitcast.notify.cadence.Cadence;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An item that is searched for at a source, as long as it is young. */
@Entity
@DynamicUpdate
@Table(name = "item_search")
class SearchRow {
    @Id
    String id;

    String contentId;
    String site;
    String source;
    /** Rounds that are over. */
    int rounds;
    /** Addresses of the present round that are done; -1 where it begins once more. */
    int done;
    /** Tells one list of addresses from another. */
    int addresses;

    /** Seconds between two rounds: what is due is taken by how late it is in terms of this. */
    long pause;

    /** How often in a row the source gave no answer. */
    int failures;

    Instant nextAt;

    /** Until when somebody is at it; absent where nobody is. */
    @Nullable Instant leaseUntil;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    SearchRow() {}

    SearchRow(ContentSnapshot item, String source, Instant now, Duration pause) {
        this.addresses = addresses(item);
        this.id = id(item.contentId(), source);
        this.contentId = item.contentId();
        this.site = item.site();
        this.source = source;
        this.pause = pause.toSeconds();
        this.nextAt = now;
    }

    static String id(String contentId, String source) {
        return contentId + "/" + source;
    }

    /** Begins anew where the item has other addresses than before. */
    void become(ContentSnapshot item, Instant now) {
        if (addresses != addresses(item)) {
            addresses = addresses(item);
            beNow(now);
        }
    }

    /** Somebody makes a search now; until then nobody else does. */
    void lease(Instant now, Instant until) {
        if (!isUnderWay(now)) {
            done = position();
        }
        leaseUntil = until;
        nextAt = until;
    }

    private boolean isUnderWay(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    /** From the start, now. A search that is under way counts one when it is over: the round begins after it. */
    void beNow(Instant now) {
        rounds = 0;
        done = isUnderWay(now) ? -1 : 0;
        if (nextAt.isAfter(now)) {
            nextAt = now;
        }
    }

    /** One more of the round's addresses is done. */
    void searched() {
        failures = 0;
        done++;
        leaseUntil = null;
    }

    /** Not now, for a reason that is no failure of the source. */
    void putOff(Instant until) {
        unsearched();
        nextAt = until;
    }

    private void unsearched() {
        done = position();
        leaseUntil = null;
    }

    /**
     * The source cannot be asked now, because it has no room or gives no answer. At first it is as late as it was; what
     * is met by that again makes way for the others: it may be what the source cannot stand.
     */
    void wait(Instant dueAt, Instant until) {
        failures++;
        unsearched();
        nextAt = failures > 1 ? until : dueAt;
    }

    /** Which address is next. */
    int position() {
        return Math.max(0, done);
    }

    private static int addresses(ContentSnapshot item) {
        return ItemAddresses.of(item).hashCode();
    }

    /** How late it is, in rounds; where a source has no room for all, the young wait less than the old. */
    double urgency(Instant now) {
        return Cadence.weightOf(Duration.ofSeconds(pause))
                * Duration.between(nextAt, now).toMillis()
                / (1000.0 * pause);
    }

    void endRound(Cadence.Look next) {
        rounds++;
        done = 0;
        leaseUntil = null;
        pause = next.pause().toSeconds();
        nextAt = next.at();
    }
}
