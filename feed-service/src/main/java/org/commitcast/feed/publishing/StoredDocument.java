package org.commitcast.feed.publishing;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feed.serving.BodyFacts;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.Edition;
import org.commitcast.feed.serving.ServedDocument;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.serving.WholeDocument;
import org.commitcast.feed.store.StoredEvent;
import org.commitcast.feedrendering.FeedComposer;
import org.hibernate.annotations.LazyGroup;
import org.jspecify.annotations.Nullable;

/** A document as it is served; of a feed, also what was last told of it. */
@Entity
@Table(name = "feed_document")
class StoredDocument {
    @EmbeddedId
    private StoredKey key;

    @Enumerated(EnumType.STRING)
    private DocumentRole role;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private @Nullable String feed;
    private String incarnation;

    @Enumerated(EnumType.STRING)
    private Standing standing = Standing.IMPORTING;

    private @Nullable String url;
    private int renderer;
    private long through;
    private @Nullable String etag;

    @Column(name = "last_modified")
    private Instant lastModified = Instant.EPOCH;

    @Column(name = "date_decides")
    private boolean dateDecides = true;

    private @Nullable String link;
    private @Nullable String elsewhere;

    // Rows are looked at far more often than what is in them.
    @Basic(fetch = FetchType.LAZY)
    @LazyGroup("body")
    private byte @Nullable [] body;

    @Basic(fetch = FetchType.LAZY)
    @LazyGroup("told")
    private byte @Nullable [] told;

    private long revision;
    private long version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected StoredDocument() {}

    StoredDocument(DocumentKey key, DocumentType type, DocumentRole role, @Nullable String feed, String incarnation) {
        this.key = StoredKey.of(key);
        this.type = type;
        this.role = role;
        this.feed = feed;
        this.incarnation = incarnation;
    }

    DocumentKey key() {
        return new DocumentKey(key.site(), key.file());
    }

    DocumentRole role() {
        return role;
    }

    @Nullable String feed() {
        return feed;
    }

    int renderer() {
        return renderer;
    }

    /** Of its bytes, whether or not readers get them; absent where there are none. */
    @Nullable String etag() {
        return etag;
    }

    /** Of the bytes that readers get; absent where they get none. */
    @Nullable String servedEtag() {
        return standing == Standing.SERVED ? etag : null;
    }

    Standing standing() {
        return standing;
    }

    boolean isOf(String otherIncarnation) {
        return incarnation.equals(otherIncarnation);
    }

    /** It begins with nothing; in a new life of the site, nothing is known of it either. */
    void beginImport(String newIncarnation, long newVersion) {
        through = isOf(newIncarnation) ? through : 0;
        incarnation = newIncarnation;
        standing = Standing.IMPORTING;
        etag = null;
        body = null;
        version = newVersion;
    }

    /** It is served no longer. */
    void end(Standing how, long newVersion) {
        standing = how;
        etag = null;
        body = null;
        version = newVersion;
    }

    /**
     * Where a document is.
     *
     * @param url at which this deployment serves it
     * @param link what its answers say of where else it is, if anything
     * @param elsewhere where readers are to go instead, if they are
     */
    record Place(URI url, @Nullable String link, @Nullable URI elsewhere) {
        @Nullable String instead() {
            return elsewhere == null ? null : elsewhere.toString();
        }
    }

    /** Takes what is to be served; says whether anything is different from before. */
    boolean take(DocumentDraft next, Standing asWhat, Place place, LongSupplier newVersion) {
        boolean sameBytes = next.body().etag().equals(etag);
        boolean same = sameBytes
                && standing == asWhat
                && through == next.through()
                && renderer == FeedComposer.VERSION
                && place.url().toString().equals(url)
                && Objects.equals(place.link(), link)
                && Objects.equals(place.instead(), elsewhere)
                && lastModified.equals(next.lastModified());
        if (same) {
            return false;
        }
        if (!sameBytes) {
            // Also of one that comes again: readers may still have what it was.
            dateDecides = seconds(next.lastModified()).isAfter(seconds(lastModified));
            body = next.body().gzip();
            etag = next.body().etag();
        }
        type = next.type();
        role = next.role();
        feed = next.feed();
        url = place.url().toString();
        link = place.link();
        elsewhere = place.instead();
        standing = asWhat;
        through = next.through();
        renderer = FeedComposer.VERSION;
        lastModified = next.lastModified();
        version = newVersion.getAsLong();
        return true;
    }

    /** Whether its bytes are there as this version makes them for that address. */
    boolean isMadeFor(URI address) {
        return etag != null
                && renderer == FeedComposer.VERSION
                && address.toString().equals(url);
    }

    /** Goes on with the same bytes, which are known to be right for later records as well. */
    void goOn(long nextThrough, Instant nextLastModified, LongSupplier newVersion) {
        if (through != nextThrough || !lastModified.equals(nextLastModified)) {
            through = nextThrough;
            lastModified = nextLastModified;
            version = newVersion.getAsLong();
        }
    }

    /** Its bytes, whether or not readers get them. */
    Optional<DocumentBody> body() {
        try {
            return body == null ? Optional.empty() : Optional.of(DocumentBody.ofGzip(body));
        } catch (IOException e) {
            throw new IllegalStateException("stored document " + key() + " is damaged", e);
        }
    }

    /** The site's sequence up to which it knows all items. */
    long through() {
        return through;
    }

    Optional<FeedState> told() {
        return Optional.ofNullable(told).map(StoredEvent::feed);
    }

    long nextRevision() {
        return revision + 1;
    }

    void tell(FeedState state) {
        told = StoredEvent.of(state);
        revision = state.revision();
    }

    /** Takes what this service told before its store was lost: numbers go on from there, and nothing is told twice. */
    void restore(FeedState state) {
        if (state.revision() > revision) {
            tell(state);
            incarnation = state.incarnation();
            through = state.through();
        }
    }

    /** Whether readers would get exactly these bytes. */
    boolean holds(DocumentBody rendered) {
        return body != null && rendered.etag().equals(etag) && Arrays.equals(rendered.gzip(), body);
    }

    /** What readers get. */
    WholeDocument served() {
        try {
            return served(body == null ? null : DocumentBody.ofGzip(body));
        } catch (IOException e) {
            throw new IllegalStateException("stored document " + key() + " is damaged", e);
        }
    }

    /** What readers get, with a body that was unpacked before. */
    WholeDocument served(@Nullable DocumentBody unpacked) {
        Edition edition = new Edition(incarnation, renderer, through, version);
        DocumentBody served = standing == Standing.SERVED ? unpacked : null;
        BodyFacts facts = served == null ? null : served.facts();
        URI instead = elsewhere == null ? null : URI.create(elsewhere);
        return new WholeDocument(
                new ServedDocument(key(), type, edition, standing, lastModified, dateDecides, link, instead, facts),
                served);
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
