package org.commitcast.ingest.publishing;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.ingest.probe.AudioProven;
import org.commitcast.ingest.publishing.Item.State;

/** All items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, String> {
    private static final String LINES =
            "select i.contentId, i.path, i.present, i.state, i.pageTaken, i.kind, i.guid, i.explicitGuid,"
                    + " i.computedGuid, i.enclosure, i.title, i.blob, i.url, i.number, i.baseline, i.dueAt, i.transcript"
                    + " from Item i where i.site = ?1 and i.incarnation = ?2";

    private static final String NO_BLOB = "0".repeat(40);

    /** Those that a change anywhere may concern: what is gone may come back, what is held may be mended. */
    private static final List<String> ALWAYS = List.of(
            " and i.present = false",
            " and i.present = true and i.state = HELD",
            " and i.present = true and i.pageTaken = true");

    /** Every item of a site, without the contents: those would not fit into memory. */
    @Transactional
    List<ItemLine> lines(String site, String incarnation) {
        return find(LINES + " order by i.path", site, incarnation)
                .project(ItemLine.class)
                .list();
    }

    /** The items that a change of some files may concern: each found by an index, however many others there are. */
    @Transactional
    Collection<ItemLine> linesFor(String site, String incarnation, Collection<String> paths, Instant now) {
        Map<String, ItemLine> found = new HashMap<>();
        ALWAYS.forEach(which -> add(found, find(LINES + which, site, incarnation)));
        add(found, find(LINES + " and i.present = true and i.dueAt <= ?3", site, incarnation, now));
        if (!paths.isEmpty()) {
            add(found, find(LINES + " and i.present = true and i.path in ?3", site, incarnation, paths));
        }
        return found.values();
    }

    /** The items that are there with some audio. */
    @Transactional
    Collection<ItemLine> linesWithAudio(String site, String incarnation, Collection<String> enclosures) {
        Map<String, ItemLine> found = new HashMap<>();
        if (!enclosures.isEmpty()) {
            add(found, find(LINES + " and i.present = true and i.enclosure in ?3", site, incarnation, enclosures));
        }
        return found.values();
    }

    /** The items that have some guids or pages. */
    @Transactional
    Collection<ItemLine> linesClaiming(
            String site, String incarnation, Collection<String> guids, Collection<String> urls) {
        Map<String, ItemLine> found = new HashMap<>();
        if (!guids.isEmpty()) {
            add(found, find(LINES + " and i.guid in ?3", site, incarnation, guids));
        }
        if (!urls.isEmpty()) {
            add(found, find(LINES + " and i.url in ?3", site, incarnation, urls));
        }
        return found.values();
    }

    private static void add(Map<String, ItemLine> lines, PanacheQuery<Item> query) {
        query.project(ItemLine.class).list().forEach(line -> lines.put(line.contentId(), line));
    }

    /** Whether an item's own dates change what becomes of it. */
    @Transactional
    boolean isAnyDue(String site, String incarnation, Instant now) {
        return count("site = ?1 and incarnation = ?2 and present = true and dueAt <= ?3", site, incarnation, now) > 0;
    }

    /** The last published states of some items, by content id. */
    @Transactional
    Map<String, String> snapshots(Collection<String> contentIds) {
        Map<String, String> snapshots = new HashMap<>();
        if (!contentIds.isEmpty()) {
            for (Item item : list("contentId in ?1", contentIds)) {
                String snapshot = item.snapshot();
                if (snapshot != null) {
                    snapshots.put(item.contentId(), snapshot);
                }
            }
            getEntityManager().clear();
        }
        return snapshots;
    }

    /** Those of some items that are stored, by content id. */
    Map<String, Item> byId(Collection<String> contentIds) {
        Map<String, Item> found = new HashMap<>();
        if (!contentIds.isEmpty()) {
            list("contentId in ?1", contentIds).forEach(item -> found.put(item.contentId(), item));
        }
        return found;
    }

    /** What waited for its audio is due. Long ago, because this clock may be ahead of that of whoever takes it up. */
    void due(@Observes AudioProven proof) {
        update(
                "dueAt = ?1 where site = ?2 and incarnation = ?3 and path = ?4 and present = true",
                Instant.EPOCH,
                proof.site(),
                proof.incarnation(),
                proof.path());
    }

    /** Writes items down and gives their memory back. */
    void letGo(Collection<Item> some) {
        flush();
        some.forEach(getEntityManager()::detach);
    }

    /** No item is taken for read, and no guid or page for given: nobody has seen them yet. */
    void readAnew(String site, String incarnation) {
        update("blob = ?1, guid = null, url = null where site = ?2 and incarnation = ?3", NO_BLOB, site, incarnation);
    }

    /** How many items are out. */
    int published(String site, String incarnation) {
        return (int) count("site = ?1 and incarnation = ?2 and state = ?3", site, incarnation, State.PUBLISHED);
    }

    /** How many items whose documents are there stand so. */
    int count(String site, String incarnation, State state) {
        return (int)
                count("site = ?1 and incarnation = ?2 and state = ?3 and present = true", site, incarnation, state);
    }

    /** When the next one is due. */
    Optional<Instant> nextDue(String site, String incarnation) {
        return find(
                        "site = ?1 and incarnation = ?2 and present = true and dueAt is not null order by dueAt",
                        site,
                        incarnation)
                .firstResultOptional()
                .map(Item::dueAt);
    }

    /** A page of a site's items by content id. */
    List<Item> page(String site, String incarnation, String after, int size) {
        return find("site = ?1 and incarnation = ?2 and contentId > ?3 order by contentId", site, incarnation, after)
                .page(0, size)
                .list();
    }

    /** An item of a site. */
    public Optional<Item> of(String site, String incarnation, String contentId) {
        return find("site = ?1 and incarnation = ?2 and contentId = ?3", site, incarnation, contentId)
                .firstResultOptional();
    }

    /** Where an item's document lies, if it has one. */
    @Transactional
    public Optional<String> pathOf(String site, String incarnation, String contentId) {
        return of(site, incarnation, contentId).filter(Item::present).map(Item::path);
    }

    /** A page of the items that are out, by content id. */
    List<Item> out(String site, String incarnation, String after, int size) {
        return find(
                        "site = ?1 and incarnation = ?2 and state = ?3 and contentId > ?4 order by contentId",
                        site,
                        incarnation,
                        State.PUBLISHED,
                        after)
                .page(0, size)
                .list();
    }

    void forget(String site) {
        delete("site = ?1", site);
    }
}
