package org.commitcast.feed.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feed.serving.Edition;
import org.commitcast.feed.serving.FeedBody;
import org.commitcast.feed.serving.FeedKey;
import org.commitcast.feed.serving.ServedFeed;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.StoredEvent;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.FeedManifest;
import org.jspecify.annotations.Nullable;

/** A feed as it is served, and what was last told of it. */
@Entity
@Table(name = "feed_document")
class FeedDocument {
    @EmbeddedId
    private DocumentKey key;

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

    private byte @Nullable [] body;
    private String manifest = "";
    private byte @Nullable [] told;
    private long revision;
    private long version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected FeedDocument() {}

    FeedDocument(FeedKey feed, String incarnation) {
        this.key = new DocumentKey(feed.site(), feed.feed(), feed.format());
        this.incarnation = incarnation;
    }

    FeedKey key() {
        return new FeedKey(key.site(), key.feed(), key.format());
    }

    Standing standing() {
        return standing;
    }

    boolean isOf(String otherIncarnation) {
        return incarnation.equals(otherIncarnation);
    }

    boolean isOfNewerRenderer() {
        return renderer > FeedComposer.VERSION;
    }

    /** Whether it knows more of this life of its site than a rendering up to there. */
    boolean knowsMore(String ofIncarnation, long sequence) {
        return incarnation.equals(ofIncarnation) && through > sequence;
    }

    /** The feed begins with nothing; in a new life of the site, nothing is known of it either. */
    void beginImport(String newIncarnation, long newVersion) {
        through = isOf(newIncarnation) ? through : 0;
        incarnation = newIncarnation;
        standing = Standing.IMPORTING;
        etag = null;
        body = null;
        manifest = "";
        version = newVersion;
    }

    void remove(long newVersion) {
        standing = Standing.GONE;
        etag = null;
        body = null;
        manifest = "";
        version = newVersion;
    }

    /** Takes a composition; says whether anything is different from before. */
    boolean take(Composition next, long newVersion) {
        boolean sameBytes = next.etag().equals(etag) && body != null;
        boolean same = sameBytes
                && standing == next.standing()
                && through == next.through()
                && renderer == FeedComposer.VERSION
                && next.url().toString().equals(url)
                && lastModified.equals(next.lastModified());
        if (same) {
            return false;
        }
        if (!sameBytes) {
            dateDecides = body == null || seconds(next.lastModified()).isAfter(seconds(lastModified));
            body = next.body().gzip();
            etag = next.etag();
            manifest = next.manifest().toString();
        }
        url = next.url().toString();
        standing = next.standing();
        through = next.through();
        renderer = FeedComposer.VERSION;
        lastModified = next.lastModified();
        version = newVersion;
        return true;
    }

    /** The items that it lists; unknown where only what was told of it is known. */
    FeedManifest manifest() {
        return FeedManifest.parse(manifest);
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
    boolean holds(FeedBody rendered) {
        return body != null && rendered.etag().equals(etag) && Arrays.equals(rendered.gzip(), body);
    }

    /** What readers get. */
    ServedFeed served() {
        try {
            return served(body == null ? null : FeedBody.ofGzip(body));
        } catch (IOException e) {
            throw new IllegalStateException("stored feed " + key() + " is damaged", e);
        }
    }

    /** What readers get, with a body that was unpacked before. */
    ServedFeed served(@Nullable FeedBody unpacked) {
        Edition edition = new Edition(incarnation, renderer, through, version);
        FeedBody served = standing == Standing.SERVED ? unpacked : null;
        return new ServedFeed(key(), edition, standing, lastModified, dateDecides, served);
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
