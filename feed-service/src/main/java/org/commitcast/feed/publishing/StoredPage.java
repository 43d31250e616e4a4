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

    @Column(name = "last_item")
    private String lastItem = "";

    private int places;
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

    /** How many items it holds, with those that are not there any more. */
    int places() {
        return places;
    }

    /** How many of them stand. */
    int items() {
        return items;
    }

    FeedManifest manifest() {
        return FeedManifest.parse(listing);
    }

    /** Where the items begin that are newer than all of its own. */
    Behind end() {
        return new Behind(date, lastItem);
    }

    /** Whether it ends with this item. */
    boolean endsWith(ListedItem newest) {
        return date == newest.date() && lastItem.equals(newest.contentId());
    }

    /** @param newestFirst the items of the feed that belong to it and to no older one, whether they stand or not */
    void holds(List<ListedItem> newestFirst) {
        if (!newestFirst.isEmpty()) {
            date = newestFirst.get(0).date();
            lastItem = newestFirst.get(0).contentId();
        }
        places = newestFirst.size();
        items = ListedItem.standing(newestFirst).size();
    }

    /** @param all what stands in its documents; {@code newestFirst} what stands in no older one */
    void become(String nextFingerprint, List<ListedItem> newestFirst, List<ListedItem> all) {
        bytes = all.stream().mapToLong(ListedItem::bytes).sum();
        fingerprint = nextFingerprint;
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
