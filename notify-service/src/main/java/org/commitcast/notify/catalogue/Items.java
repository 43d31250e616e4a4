package org.commitcast.notify.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;

/** The known items. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<ItemRow, String> {

    /** Takes a state in; false where it is known already or older. */
    public boolean take(ContentSnapshot item) {
        // Locked before it is read: a look at its page may be stored at this moment.
        ItemRow known = findById(item.contentId(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            persist(new ItemRow(item));
            return true;
        }
        if (item.revision() <= known.revision) {
            return false;
        }
        known.become(item);
        return true;
    }

    /** An item by its content id, guid, or any page URL that it ever had. */
    public Optional<ItemRow> named(String site, String name) {
        ItemRow byId = findById(name);
        if (byId != null && byId.site.equals(site)) {
            return Optional.of(byId);
        }
        return addressed(site, name);
    }

    /** An item by its guid or any address that it ever had. Whose it is now comes before whose it was. */
    public Optional<ItemRow> addressed(String site, String name) {
        String sql =
                """
                select * from item where site = :site and address_keys @> array[cast(:key as bigint)]
                order by published desc, sequence desc limit 20""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, ItemRow.class)
                .setParameter("site", site)
                .setParameter("key", AddressKeys.of(name))
                .getResultList();
        return found.stream()
                .map(ItemRow.class::cast)
                .min(Comparator.comparing((ItemRow item) -> !ItemNames.names(name, item.snapshot())));
    }

    /** Whether an address is now that of the page of another item that is out. */
    public boolean isPageOfAnother(ContentSnapshot item, String address) {
        String sql =
                """
                select * from item where site = :site and address_keys @> array[cast(:key as bigint)]
                and published and content_id <> :item order by sequence desc limit 100""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, ItemRow.class)
                .setParameter("site", item.site())
                .setParameter("key", AddressKeys.of(address))
                .setParameter("item", item.contentId())
                .getResultList();
        return found.stream().map(ItemRow.class::cast).anyMatch(other -> ItemNames.isPage(address, other.url()));
    }

    /** Gives some items their keys that have none; says how many. */
    public int fillAddresses() {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select * from item where address_keys is null limit 200 for update skip locked", ItemRow.class)
                .getResultList();
        found.stream().map(ItemRow.class::cast).forEach(ItemRow::fillAddresses);
        return found.size();
    }

    /** Sites with pages to look at now. */
    public List<String> sitesWithPagesDue(Instant now) {
        return find("select distinct site from ItemRow where nextPageCheckAt <= ?1", now)
                .project(String.class)
                .list();
    }

    /** The site's next page to look at, locked; nobody else gets it meanwhile. */
    public Optional<ItemRow> nextPageDue(String site, Instant now) {
        String sql =
                """
                select * from item where site = :site and next_page_check_at <= :now
                order by next_page_check_at limit 1 for update skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, ItemRow.class)
                .setParameter("site", site)
                .setParameter("now", now)
                .getResultList();
        return found.stream().map(ItemRow.class::cast).findFirst();
    }
}
