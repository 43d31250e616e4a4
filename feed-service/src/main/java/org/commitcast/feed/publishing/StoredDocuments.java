package org.commitcast.feed.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.publishing.DocumentList.Listed;
import org.commitcast.feed.publishing.PublishedFeeds.FeedName;
import org.commitcast.feed.publishing.PublishedFeeds.PublishedFeed;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.StoredEvent;
import org.commitcast.feedrendering.FeedComposer;
import org.jspecify.annotations.Nullable;

/** The documents as they are served. */
@ApplicationScoped
class StoredDocuments implements PanacheRepositoryBase<StoredDocument, StoredKey> {

    Optional<StoredDocument> find(DocumentKey key) {
        return findByIdOptional(StoredKey.of(key));
    }

    List<StoredDocument> ofSite(String site) {
        return list("key.site = ?1 order by key.file", site);
    }

    List<StoredDocument> ofSite(String site, DocumentRole role) {
        return list("key.site = ?1 and role = ?2 order by key.file", site, role);
    }

    /** What belongs to feeds, but to none of these, and is not gone yet. */
    List<StoredDocument> ofOtherFeeds(String site, Set<String> feeds) {
        String others = feeds.isEmpty() ? "" : " and feed not in (?3)";
        Object[] parameters = Stream.concat(
                        Stream.of(site, Standing.GONE), Stream.of(feeds).filter(one -> !one.isEmpty()))
                .toArray();
        return list("key.site = ?1 and feed is not null and standing <> ?2" + others, parameters);
    }

    /** What is still served of earlier lives of the site; feeds aside, which go on in the new one. */
    List<StoredDocument> ofEarlierLives(SiteState site) {
        return list(
                // Not "another": an index finds what is less or more.
                "key.site = ?1 and (incarnation < ?2 or incarnation > ?2) and etag is not null and role <> ?3",
                site.site(),
                site.incarnation(),
                DocumentRole.FEED);
    }

    /** Which of these files are there to be read. */
    Set<String> served(String site, Collection<String> files) {
        String query = "select d.key.file from StoredDocument d where d.key.site = :site and d.key.file in :files"
                + " and d.etag is not null";
        return files.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(getEntityManager()
                        .createQuery(query, String.class)
                        .setParameter("site", site)
                        .setParameter("files", files)
                        .getResultList());
    }

    /** Of the site's documents of a role that are there to be read, by file. */
    Map<String, String> etags(String site, DocumentRole role) {
        return getEntityManager()
                .createQuery(
                        "select d.key.file, d.etag from StoredDocument d"
                                + " where d.key.site = :site and d.role = :role and d.etag is not null",
                        Object[].class)
                .setParameter("site", site)
                .setParameter("role", role)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** How many of a feed's documents have bytes to be served. */
    long countServed(String site, String feed) {
        return count("key.site = ?1 and feed = ?2 and etag is not null", site, feed);
    }

    /** Whether a newer version of this service made any of the site's documents. */
    boolean anyOfNewerRenderer(String site) {
        return count("key.site = ?1 and renderer > ?2", site, FeedComposer.VERSION) > 0;
    }

    /** Whether any knows more of this life of its site than a rendering up to there. */
    boolean anyKnowsMore(String site, String incarnation, long sequence) {
        return count("key.site = ?1 and incarnation = ?2 and through > ?3", site, incarnation, sequence) > 0;
    }

    /** What people are shown of all feeds behind that one, or of one site's, as RSS; without their bodies. */
    List<PublishedFeed> list(@Nullable String site, FeedName after, int most) {
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(
                        "select d.key.site, d.feed, d.standing, d.etag, d.lastModified, d.told from StoredDocument d"
                                + " where d.type = :type and d.role = :role"
                                + " and (d.key.site > :site or d.key.site = :site and d.feed > :feed)"
                                + (site == null ? "" : " and d.key.site = :only")
                                + " order by d.key.site, d.feed",
                        Object[].class)
                .setParameter("type", DocumentType.RSS)
                .setParameter("role", DocumentRole.FEED)
                .setParameter("site", after.site())
                .setParameter("feed", after.feed())
                .setMaxResults(most);
        if (site != null) {
            query.setParameter("only", site);
        }
        return query.getResultList().stream().map(StoredDocuments::published).toList();
    }

    private static PublishedFeed published(Object[] row) {
        Standing standing = (Standing) row[2];
        byte[] told = (byte[]) row[5];
        return new PublishedFeed(
                new FeedName((String) row[0], (String) row[1]),
                standing,
                standing == Standing.SERVED ? (String) row[3] : null,
                (Instant) row[4],
                told == null ? null : StoredEvent.feed(told));
    }

    /** What of a site is served, without the bodies. */
    List<Listed> listed(String site) {
        return getEntityManager()
                .createQuery(
                        "select d.key.file, d.etag from StoredDocument d where d.key.site = :site"
                                + " and d.standing = :served and d.etag is not null order by d.key.file",
                        Object[].class)
                .setParameter("site", site)
                .setParameter("served", Standing.SERVED)
                .getResultList()
                .stream()
                .map(row -> new Listed((String) row[0], (String) row[1]))
                .toList();
    }

    /** Whether any document of a site is still to be made for the first time in its life. */
    boolean areAnyOnTheirWay(String site) {
        return count("key.site = ?1 and standing = ?2", site, Standing.IMPORTING) > 0;
    }

    /**
     * Sites with feeds of an older renderer, or made to be served elsewhere.
     *
     * @param base of addresses, without a slash at its end
     */
    List<String> outdatedSites(String base) {
        return getEntityManager()
                .createQuery(
                        "select distinct d.key.site from StoredDocument d where d.etag is not null"
                                + " and d.role = :role and (d.renderer < :current or d.link is null"
                                + " or d.url <> concat(:base, '/feeds/', d.key.site, '/', d.key.file))"
                                + " order by d.key.site",
                        String.class)
                .setParameter("role", DocumentRole.FEED)
                .setParameter("current", FeedComposer.VERSION)
                .setParameter("base", base)
                .getResultList();
    }

    /**
     * A number that no document has had yet.
     *
     * @param above what is served, which a restored database may have forgotten
     */
    long nextVersion(long above) {
        long next = number("select nextval('feed_document_version')");
        return next > above ? next : number("select setval('feed_document_version', " + (above + 1) + ")");
    }

    private long number(String sql) {
        return (Long) getEntityManager().createNativeQuery(sql, Long.class).getSingleResult();
    }
}
