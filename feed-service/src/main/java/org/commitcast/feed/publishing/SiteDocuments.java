package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.publishing.StoredDocument.Place;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.LinkHeader;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.serving.ServingConfig;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.SiteFeeds;
import org.commitcast.feed.websub.HubPings;
import org.commitcast.feedrendering.document.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * A site's documents as they are served: what becomes of them in a transaction is served once that is kept. All of it
 * is to be called in a transaction that holds the site.
 */
@ApplicationScoped
class SiteDocuments {
    private final StoredDocuments documents;
    private final AfterCommit afterCommit;
    private final ServedDocuments served;
    private final ServingConfig config;
    private final HubPings pings;

    SiteDocuments(
            StoredDocuments documents,
            AfterCommit afterCommit,
            ServedDocuments served,
            ServingConfig config,
            HubPings pings) {
        this.documents = documents;
        this.afterCommit = afterCommit;
        this.served = served;
        this.config = config;
        this.pings = pings;
    }

    /** Documents of the site that have this role, with those that are there no longer; bodies are read when asked for. */
    List<StoredDocument> all(SiteState site, DocumentRole role) {
        return documents.ofSite(site.site(), role);
    }

    /** Whether a newer version of this service made any of them. */
    boolean areOfNewerRenderer(SiteState site) {
        return documents.anyOfNewerRenderer(site.site());
    }

    /** Whether any of them knows items behind that sequence. */
    boolean knowMore(SiteState site, long through) {
        return documents.anyKnowsMore(site.site(), site.incarnation(), through);
    }

    /** Serves a document, in place of what its file was before. */
    StoredDocument put(SiteState site, DocumentDraft draft) {
        return put(site, draft, Standing.SERVED);
    }

    /** The same for one that may have to stand otherwise towards its readers. */
    StoredDocument put(SiteState site, DocumentDraft draft, Standing standing) {
        DocumentKey key = new DocumentKey(site.site(), draft.file());
        StoredDocument document = of(site, key, draft.type(), draft.role(), draft.feed());
        String before = etagBefore(document);
        if (document.take(draft, standing, place(site, key, draft), () -> nextVersion(key))) {
            // Not unpacked again.
            afterCommit.run(() -> served.put(document.served(draft.body())));
        }
        if (draft.role() == DocumentRole.FEED && !Objects.equals(before, document.servedEtag())) {
            tellHub(site, key, draft, standing);
        }
        return document;
    }

    /** Of the bytes that readers had; also where only the copy on disk still knows, after the store was lost. */
    private @Nullable String etagBefore(StoredDocument document) {
        String stored = document.servedEtag();
        return stored != null ? stored : served.etagOf(document.key());
    }

    private void tellHub(SiteState site, DocumentKey key, DocumentDraft draft, Standing standing) {
        URI topic = draft.publicUrl();
        URI hub = site.definition().hub();
        if (topic == null || hub == null || standing != Standing.SERVED) {
            pings.forget(key);
        } else {
            pings.changed(key, topic, hub);
        }
    }

    private Place place(SiteState site, DocumentKey key, DocumentDraft draft) {
        URI publicUrl = draft.publicUrl();
        String link = publicUrl == null
                ? null
                : LinkHeader.of(publicUrl, site.definition().hub());
        return new Place(config.urlOf(key), link, draft.elsewhere());
    }

    /** Whether the feed stands in all formats as this version makes it for its present address. */
    boolean areCurrent(SiteState site, FeedDefinition feed) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> DocumentKey.of(site.site(), feed.name(), format))
                .allMatch(key -> documents
                        .find(key)
                        .filter(document -> document.isMadeFor(config.urlOf(key)))
                        .isPresent());
    }

    /** Goes on serving the feed as it is: it is known to be right up to there. Readers hear of it within a second. */
    void goOn(SiteState site, FeedDefinition feed, long through, Instant lastModified) {
        for (FeedFormat format : FeedFormat.values()) {
            DocumentKey key = DocumentKey.of(site.site(), feed.name(), format);
            documents.find(key).ifPresent(document -> document.goOn(through, lastModified, () -> nextVersion(key)));
        }
    }

    /** The feed as RSS; its row is there since {@link #begin}. */
    StoredDocument rss(SiteState site, FeedDefinition feed) {
        DocumentKey key = DocumentKey.rss(site.site(), feed.name());
        return documents.find(key).orElseThrow(() -> new IllegalStateException("there is no row of " + key));
    }

    /** Of the site's documents of a role only these files are there from now on: others are not found. */
    void keepOnly(SiteState site, DocumentRole role, Set<String> files) {
        all(site, role).stream()
                .filter(document -> !files.contains(document.key().file()))
                .forEach(document -> end(document, Standing.WITHDRAWN));
    }

    /** These files are not there any more. */
    void withdraw(SiteState site, Collection<String> files) {
        files.stream()
                .map(file -> new DocumentKey(site.site(), file))
                .flatMap(key -> documents.find(key).stream())
                .forEach(document -> end(document, Standing.WITHDRAWN));
    }

    /**
     * Makes the rows of the site's feeds: a new one says that the feed is on its way, that of a closed one that it is over,
     * also to a store that never knew it otherwise.
     */
    void begin(SiteState site) {
        for (FeedDefinition feed : site.definition().feeds()) {
            for (FeedFormat format : FeedFormat.values()) {
                begin(site, feed, format);
            }
        }
        documents.ofEarlierLives(site).forEach(document -> end(document, Standing.WITHDRAWN));
    }

    private void begin(SiteState site, FeedDefinition feed, FeedFormat format) {
        DocumentKey key = DocumentKey.of(site.site(), feed.name(), format);
        if (!feed.closed()) {
            of(site, key, DocumentType.of(format), DocumentRole.FEED, feed.name());
        } else if (documents.find(key).isEmpty()) {
            StoredDocument over = new StoredDocument(
                    key, DocumentType.of(format), DocumentRole.FEED, feed.name(), site.incarnation());
            over.end(Standing.GONE, nextVersion(key));
            documents.persist(over);
            serveAfterCommit(over);
        }
    }

    /** The row of a document in this life of its site. */
    private StoredDocument of(
            SiteState site, DocumentKey key, DocumentType type, DocumentRole role, @Nullable String feed) {
        StoredDocument document = documents.find(key).orElse(null);
        if (document == null) {
            document = new StoredDocument(key, type, role, feed, site.incarnation());
            document.beginImport(site.incarnation(), nextVersion(key));
            documents.persist(document);
            serveAfterCommit(document);
        } else if (!document.isOf(site.incarnation()) || document.standing() == Standing.GONE) {
            document.beginImport(site.incarnation(), nextVersion(key));
            serveAfterCommit(document);
        }
        return document;
    }

    /** What belongs to feeds that the site no longer has, or has closed, is gone. */
    void removeOthers(SiteState site) {
        Set<String> open =
                SiteFeeds.open(site.definition()).map(FeedDefinition::name).collect(Collectors.toSet());
        documents.ofOtherFeeds(site.site(), open).forEach(document -> end(document, Standing.GONE));
    }

    void removeAll(String site) {
        documents.ofSite(site).forEach(document -> end(document, Standing.GONE));
    }

    private void end(StoredDocument document, Standing how) {
        if (document.standing() != how && document.standing() != Standing.GONE) {
            document.end(how, nextVersion(document.key()));
            if (document.role() == DocumentRole.FEED) {
                pings.forget(document.key());
            }
            serveAfterCommit(document);
        }
    }

    private long nextVersion(DocumentKey key) {
        return documents.nextVersion(served.versionOf(key));
    }

    private void serveAfterCommit(StoredDocument document) {
        afterCommit.run(() -> served.put(document.served()));
    }
}
