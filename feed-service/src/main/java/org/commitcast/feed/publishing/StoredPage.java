package org.commitcast.feed.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.store.FeedEntries.Behind;
import org.commitcast.feedrendering.FeedManifest;
import org.commitcast.feedrendering.paging.ListedItem;

/** What of a feed stood last in one document, in all of its formats. */
@Entity
@Table(name = "feed_page")
class StoredPage {
    /** The number of what readers subscribe to; archives count from one. */
    static final int SUBSCRIPTION = 0;

    @EmbeddedId
    private Key key;

    private String incarnation;

    @Column(name = "made_for")
    private String madeFor = "";

    private String fingerprint = "";
    private long date;
    private int items;
    private long bytes;
    private String listing = "";

    /** A page of a feed. */
    @Embeddable
    record Key(String site, String feed, int number) implements Serializable {}

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected StoredPage() {}

    StoredPage(Key key, String incarnation) {
        this.key = key;
        this.incarnation = incarnation;
    }

    int number() {
        return key.number();
    }

    boolean isOf(SiteState site) {
        return incarnation.equals(site.incarnation());
    }

    /** Site and feed, for people. */
    String feed() {
        return key.site() + "/" + key.feed();
    }

    long bytes() {
        return bytes;
    }

    String madeFor() {
        return madeFor;
    }

    boolean hasFingerprint(String other) {
        return fingerprint.equals(other);
    }

    long date() {
        return date;
    }

    /** How many of the feed's items stand in it and in older ones. */
    int items() {
        return items;
    }

    FeedManifest manifest() {
        return FeedManifest.parse(listing);
    }

    /** Where the items begin that are newer than all of its own. */
    Behind end() {
        return new Behind(date, manifest().digests().keySet().iterator().next());
    }

    /** Whether it ends with this item, which is so many-th of the feed. */
    boolean endsWith(ListedItem newest, int count) {
        return items == count && date == newest.date() && end().contentId().equals(newest.contentId());
    }

    /** @param all what stands in its documents; {@code newestFirst} what stands in no older one */
    void become(String nextFingerprint, List<ListedItem> newestFirst, List<ListedItem> all, int count) {
        bytes = all.stream().mapToLong(ListedItem::bytes).sum();
        fingerprint = nextFingerprint;
        date = newestFirst.isEmpty() ? 0 : newestFirst.get(0).date();
        items = count;
        listing = FeedManifest.of(newestFirst).toString();
    }

    void isMadeFor(String what) {
        madeFor = what;
    }

    /** Its documents are made again, whatever they are made of. */
    void distrust() {
        fingerprint = "";
        madeFor = "";
    }
}
