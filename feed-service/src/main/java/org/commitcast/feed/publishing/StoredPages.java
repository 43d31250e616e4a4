package org.commitcast.feed.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feedrendering.paging.PageRule;

/** How feeds were last spread over documents. */
@ApplicationScoped
class StoredPages implements PanacheRepositoryBase<StoredPage, StoredPage.Key> {

    Optional<StoredPage> find(SiteState site, FeedDefinition feed, int number) {
        return findByIdOptional(new StoredPage.Key(site.site(), feed.name(), number))
                .filter(page -> page.isOf(site));
    }

    /** That page, new if there was none. */
    StoredPage of(SiteState site, FeedDefinition feed, int number) {
        return find(site, feed, number).orElseGet(() -> {
            StoredPage page = new StoredPage(new StoredPage.Key(site.site(), feed.name(), number), site.incarnation());
            persist(page);
            return page;
        });
    }

    /** The newest archive of which all items are older than that date. */
    Optional<StoredPage> lastBefore(SiteState site, FeedDefinition feed, long date) {
        return find(
                        "key.site = ?1 and key.feed = ?2 and key.number > 0 and date < ?3 order by key.number desc",
                        site.site(),
                        feed.name(),
                        date)
                .firstResultOptional();
    }

    /** The newest archive. */
    Optional<StoredPage> last(SiteState site, FeedDefinition feed) {
        return lastBefore(site, feed, Long.MAX_VALUE);
    }

    /** Archives from that number on. */
    List<StoredPage> from(SiteState site, FeedDefinition feed, int number) {
        return list(
                "key.site = ?1 and key.feed = ?2 and key.number >= ?3 order by key.number",
                site.site(),
                feed.name(),
                number);
    }

    /** How many of the feed's items stand in archives behind that number, up to that one. */
    int items(SiteState site, FeedDefinition feed, int behind, int last) {
        Long sum = getEntityManager()
                .createQuery(
                        "select sum(p.items) from StoredPage p where p.key.site = :site and p.key.feed = :feed"
                                + " and p.key.number > :behind and p.key.number <= :last",
                        Long.class)
                .setParameter("site", site.site())
                .setParameter("feed", feed.name())
                .setParameter("behind", behind)
                .setParameter("last", last)
                .getSingleResult();
        return sum == null ? 0 : sum.intValue();
    }

    /** The content ids of the feed's newest items, in its order: at least all that readers subscribe to. */
    List<String> newestItems(SiteState site, FeedDefinition feed) {
        List<String> items = new ArrayList<>();
        find(site, feed, StoredPage.SUBSCRIPTION)
                .ifPresent(page -> items.addAll(page.manifest().digests().keySet()));
        int most = Objects.requireNonNullElse(PageRule.of(feed, 0).newest(), Integer.MAX_VALUE);
        List<StoredPage> archives = from(site, feed, 1);
        for (int i = archives.size() - 1; i >= 0 && items.size() < most; i--) {
            items.addAll(archives.get(i).manifest().digests().keySet());
        }
        return items;
    }

    /** Nothing is known of the site's other feeds, nor of its earlier lives. */
    void keepOnly(SiteState site, Collection<String> feeds) {
        delete("key.site = ?1 and incarnation <> ?2", site.site(), site.incarnation());
        if (feeds.isEmpty()) {
            delete("key.site = ?1", site.site());
        } else {
            delete("key.site = ?1 and key.feed not in (?2)", site.site(), feeds);
        }
    }

    /** Some of the feeds that readers subscribe to in documents with more bytes of items than that. */
    List<StoredPage> larger(long bytes, int most) {
        return find("key.number = 0 and bytes > ?1 order by key.site, key.feed", bytes)
                .page(0, most)
                .list();
    }

    void distrust(String site) {
        list("key.site = ?1", site).forEach(StoredPage::distrust);
    }
}
