package org.commitcast.feed.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.feed.publishing.PublishedFeeds.PublishedFeed;
import org.commitcast.feed.serving.Edition;
import org.commitcast.feed.serving.FeedKey;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.StoredEvent;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.document.FeedFormat;
import org.jspecify.annotations.Nullable;

/** The feeds as they are served. */
@ApplicationScoped
class FeedDocuments implements PanacheRepositoryBase<FeedDocument, DocumentKey> {

    Optional<FeedDocument> find(FeedKey key) {
        return findByIdOptional(new DocumentKey(key.site(), key.feed(), key.format()));
    }

    List<FeedDocument> ofSite(String site) {
        return list("key.site = ?1 order by key.feed, key.format", site);
    }

    /** What people are shown of all feeds behind that one, or of one site's, as RSS; without their bodies. */
    List<PublishedFeed> list(@Nullable String site, FeedKey after, int most) {
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(
                        "select d.key.site, d.key.feed, d.standing, d.etag, d.lastModified, d.told from FeedDocument d"
                                + " where d.key.format = :format"
                                + " and (d.key.site > :site or d.key.site = :site and d.key.feed > :feed)"
                                + (site == null ? "" : " and d.key.site = :only")
                                + " order by d.key.site, d.key.feed",
                        Object[].class)
                .setParameter("format", FeedFormat.RSS)
                .setParameter("site", after.site())
                .setParameter("feed", after.feed())
                .setMaxResults(most);
        if (site != null) {
            query.setParameter("only", site);
        }
        return query.getResultList().stream().map(FeedDocuments::published).toList();
    }

    private static PublishedFeed published(Object[] row) {
        Standing standing = (Standing) row[2];
        byte[] told = (byte[]) row[5];
        return new PublishedFeed(
                FeedKey.rss((String) row[0], (String) row[1]),
                standing,
                standing == Standing.SERVED ? (String) row[3] : null,
                (Instant) row[4],
                told == null ? null : StoredEvent.feed(told));
    }

    /** Which edition of each there is, without their bodies. */
    Map<FeedKey, Edition> editions() {
        Map<FeedKey, Edition> editions = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select d.key.site, d.key.feed, d.incarnation, d.renderer, d.through, d.version, d.key.format"
                                + " from FeedDocument d",
                        Object[].class)
                .getResultList()
                .forEach(row -> editions.put(
                        new FeedKey((String) row[0], (String) row[1], (FeedFormat) row[6]),
                        new Edition((String) row[2], (Integer) row[3], (Long) row[4], (Long) row[5])));
        return editions;
    }

    /**
     * Sites with feeds of an older renderer, or made to be served elsewhere.
     *
     * @param base of addresses, without a slash at its end
     */
    List<String> outdatedSites(String base) {
        return getEntityManager()
                .createQuery(
                        "select distinct d.key.site from FeedDocument d where d.body is not null"
                                + " and (d.renderer < :current or d.url <> concat(:base, '/feeds/', d.key.site, '/', d.key.feed,"
                                + " '.', lower(cast(d.key.format as string))))"
                                + " order by d.key.site",
                        String.class)
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
