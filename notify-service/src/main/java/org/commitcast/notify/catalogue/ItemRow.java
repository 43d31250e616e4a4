package org.commitcast.notify.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Kind;
import org.commitcast.notify.cadence.Cadence;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An item as its topic last said, and whether its page was seen. */
@Entity
@DynamicUpdate
@Table(name = "item")
public class ItemRow {
    @Id
    String contentId;

    String site;
    String incarnation;
    long revision;
    long sequence;
    String kind;
    boolean published;
    String guid;
    String url;
    String snapshot;
    /** Since when people can talk of it. */
    Instant bornAt;

    long @Nullable [] addressKeys;

    @Nullable Instant pageLiveAt;

    int pageChecks;

    @Nullable String pageAnswer;

    @Nullable Instant nextPageCheckAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    ItemRow() {}

    @SuppressWarnings("NullAway.Init") // become() fills the rest
    ItemRow(ContentSnapshot item) {
        contentId = item.contentId();
        become(item);
    }

    final void become(ContentSnapshot item) {
        if (url != null && (!url.equals(item.url()) || !item.published())) {
            // Another address, or a page that is taken away: that it answers has to be seen again.
            pageLiveAt = null;
            pageChecks = 0;
            pageAnswer = null;
        }
        site = item.site();
        incarnation = item.incarnation();
        revision = item.revision();
        sequence = item.sequence();
        kind = item.kind().name();
        published = item.published();
        guid = item.guid();
        url = item.url();
        snapshot = StoredJson.writeSlim(item);
        bornAt = Cadence.bornAt(item);
        addressKeys = AddressKeys.of(item);
        if (!published) {
            nextPageCheckAt = null;
        }
    }

    public String contentId() {
        return contentId;
    }

    public String site() {
        return site;
    }

    public String incarnation() {
        return incarnation;
    }

    public long sequence() {
        return sequence;
    }

    public Kind kind() {
        return Kind.valueOf(kind);
    }

    public boolean published() {
        return published;
    }

    void fillAddresses() {
        addressKeys = AddressKeys.of(snapshot());
    }

    public String url() {
        return url;
    }

    /** All but the content itself. */
    public ContentSnapshot snapshot() {
        return StoredJson.read(snapshot, ContentSnapshot.class);
    }

    public @Nullable Instant pageLiveAt() {
        return pageLiveAt;
    }

    public int pageChecks() {
        return pageChecks;
    }

    /** What the page last answered, for people; absent before the first check. */
    public @Nullable String pageAnswer() {
        return pageAnswer;
    }

    /** Has the page looked at now, unless that is arranged already. */
    public void askForPage(Instant now) {
        if (nextPageCheckAt == null) {
            nextPageCheckAt = now;
        }
    }

    /** Puts the next look off, also while the present one is under way. */
    public void lookAgain(Instant at) {
        nextPageCheckAt = at;
    }

    public void pageIsLive(Instant now) {
        pageLiveAt = now;
        nextPageCheckAt = null;
    }

    public void pageIsMissing(String answer, Instant next) {
        pageChecks++;
        pageAnswer = answer;
        nextPageCheckAt = next;
    }

    /** Nobody waits for the page any more. */
    public void forgetPage() {
        nextPageCheckAt = null;
    }
}
