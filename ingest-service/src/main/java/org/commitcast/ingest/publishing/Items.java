package org.commitcast.ingest.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.ingest.probe.AudioProven;
import org.commitcast.ingest.publishing.Item.State;

/** All items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, String> {
    private static final String LINES =
            "select i.contentId, i.path, i.present, i.state, i.kind, i.guid, i.explicitGuid,"
                    + " i.computedGuid, i.enclosure, i.title, i.blob, i.url, i.number, i.baseline, i.dueAt, i.transcript"
                    + " from Item i where i.site = ?1 and i.incarnation = ?2 order by i.path";

    /** Every item of a site, without the contents: those would not fit into memory. */
    @Transactional
    List<ItemLine> lines(String site, String incarnation) {
        return find(LINES, site, incarnation).project(ItemLine.class).list();
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

    /** All guids that are frozen. */
    public Set<String> guids(String site, String incarnation) {
        Set<String> guids = new HashSet<>();
        for (ItemLine line : lines(site, incarnation)) {
            String guid = line.guid();
            if (guid != null) {
                guids.add(guid);
            }
        }
        return guids;
    }

    /** How many items are out. */
    int published(String site, String incarnation) {
        return (int) count("site = ?1 and incarnation = ?2 and state = ?3", site, incarnation, State.PUBLISHED);
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

    List<Item> out(String site, String incarnation) {
        return list(
                "site = ?1 and incarnation = ?2 and state = ?3 order by contentId", site, incarnation, State.PUBLISHED);
    }

    void forget(String site) {
        delete("site = ?1", site);
    }
}
