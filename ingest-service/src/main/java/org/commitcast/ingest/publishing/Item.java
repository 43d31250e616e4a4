package org.commitcast.ingest.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;
import org.commitcast.ingest.storage.StoredJson;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The ledger's row of an item: its identity for ever, and its last published state. */
@Entity
@DynamicUpdate
public class Item {
    /** Where an item stands. */
    public enum State {
        /** Something is wrong with it; was never out. */
        HELD,
        /** A draft, or over before it could go out; was never out. */
        HIDDEN,
        /** Its date has not come. */
        WAITING,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    @Column(name = "content_id")
    private String contentId;

    private String site;
    private String incarnation;
    private String path;
    private boolean present;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private @Nullable Kind kind;

    private @Nullable String guid;

    @Column(name = "explicit_guid")
    private @Nullable String explicitGuid;

    @Column(name = "computed_guid")
    private @Nullable String computedGuid;

    private @Nullable String enclosure;
    private String title;
    private String blob;

    @Column(name = "commit_sha")
    private String commit;

    private @Nullable String url;
    private @Nullable Integer number;

    @Column(name = "page_taken")
    private boolean pageTaken;

    private boolean baseline;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private long revision;
    private long sequence;

    @Column(name = "first_published_at")
    private @Nullable Instant firstPublishedAt;

    private @Nullable String transcript;
    private @Nullable String snapshot;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Item() {}

    @SuppressWarnings("NullAway.Init")
    Item(String contentId, String site, String incarnation, boolean baseline) {
        this.contentId = contentId;
        this.site = site;
        this.incarnation = incarnation;
        this.baseline = baseline;
        this.state = State.HELD;
        this.commit = "";
    }

    /** Takes in where the document is and what it says of its identity. */
    void seen(KnownItem now, @Nullable String changedBy) {
        SeenDocument document = now.document();
        present = now.present();
        path = document.path();
        blob = document.blob();
        explicitGuid = document.explicitGuid();
        computedGuid = document.computedGuid();
        enclosure = document.enclosure();
        title = document.title();
        if (changedBy != null) {
            commit = changedBy;
        }
    }

    /** Not out, and never was; nothing changes for one that is or was. */
    void keepBack(State reason, @Nullable Integer itsNumber) {
        if (snapshot == null) {
            state = reason;
        }
        number = itsNumber;
    }

    /** Whether another item has the page that its document wants, also where it is out on another page. */
    void pageTaken(boolean taken) {
        pageTaken = taken;
    }

    /** When its own dates change what becomes of it. */
    void dueAt(@Nullable Instant date) {
        dueAt = date;
    }

    /** Takes in a record of it that is on its way out. */
    void published(ContentSnapshot now) {
        state = now.published() ? State.PUBLISHED : State.WITHDRAWN;
        kind = now.kind();
        guid = now.guid();
        url = now.url();
        number = now.episode();
        baseline = now.baseline();
        firstPublishedAt = now.firstPublishedAt();
        revision = now.revision();
        sequence = now.sequence();
        transcript = now.transcript();
        snapshot = StoredJson.write(now);
    }

    /** Takes back what its own record on the topic says. */
    void restore(ContentSnapshot known) {
        boolean unseen = path == null;
        if (unseen) {
            path = known.path();
            blob = known.blob();
            title = known.title();
            commit = known.commit();
            explicitGuid = null;
            computedGuid = known.guid();
            enclosure = known.enclosure() == null ? null : known.enclosure().url();
        }
        present = known.published();
        published(known);
    }

    KnownItem known() {
        return new KnownItem(
                contentId, present, guid, new SeenDocument(path, blob, explicitGuid, computedGuid, enclosure, title));
    }

    public String contentId() {
        return contentId;
    }

    public String incarnation() {
        return incarnation;
    }

    public String path() {
        return path;
    }

    public boolean present() {
        return present;
    }

    public State state() {
        return state;
    }

    boolean isOut() {
        return state == State.PUBLISHED;
    }

    @Nullable Kind kind() {
        return kind;
    }

    @Nullable String guid() {
        return guid;
    }

    String site() {
        return site;
    }

    @Nullable String transcript() {
        return transcript;
    }

    String title() {
        return title;
    }

    String blob() {
        return blob;
    }

    String commit() {
        return commit;
    }

    @Nullable String url() {
        return url;
    }

    @Nullable Integer number() {
        return number;
    }

    boolean baseline() {
        return baseline;
    }

    @Nullable Instant dueAt() {
        return dueAt;
    }

    long revision() {
        return revision;
    }

    long sequence() {
        return sequence;
    }

    @Nullable Instant firstPublishedAt() {
        return firstPublishedAt;
    }

    @Nullable String snapshot() {
        return snapshot;
    }
}
