package org.commitcast.feed.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.feed.serving.FeedKey;
import org.commitcast.feedrendering.FeedRenderer;

/** The feeds as they are served. */
@ApplicationScoped
class FeedDocuments implements PanacheRepositoryBase<FeedDocument, DocumentKey> {

    Optional<FeedDocument> find(FeedKey key) {
        return findByIdOptional(new DocumentKey(key.site(), key.feed()));
    }

    List<FeedDocument> ofSite(String site) {
        return list("key.site = ?1 order by key.feed", site);
    }

    List<FeedDocument> allInOrder() {
        return list("order by key.site, key.feed");
    }

    /** Which version each has, without their bodies. */
    Map<FeedKey, Long> versions() {
        Map<FeedKey, Long> versions = new HashMap<>();
        getEntityManager()
                .createQuery("select d.key.site, d.key.feed, d.version from FeedDocument d", Object[].class)
                .getResultList()
                .forEach(row -> versions.put(new FeedKey((String) row[0], (String) row[1]), (Long) row[2]));
        return versions;
    }

    /** Sites with feeds of an older renderer, or made to be served elsewhere. */
    List<String> outdatedSites(String base) {
        return getEntityManager()
                .createQuery(
                        "select distinct d.key.site from FeedDocument d where d.body is not null"
                                + " and (d.renderer < :current or substring(d.url, 1, length(:base)) <> :base)"
                                + " order by d.key.site",
                        String.class)
                .setParameter("current", FeedRenderer.VERSION)
                .setParameter("base", base)
                .getResultList();
    }

    /** A number that no document has had yet. */
    long nextVersion() {
        return (Long) getEntityManager()
                .createNativeQuery("select nextval('feed_document_version')", Long.class)
                .getSingleResult();
    }
}
