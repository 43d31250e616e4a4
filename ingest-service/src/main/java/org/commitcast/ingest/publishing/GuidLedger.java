package org.commitcast.ingest.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;

/** Which guids and pages of a site are whose. */
final class GuidLedger {
    private final Map<String, String> itemByGuid = new HashMap<>();
    private final Map<String, String> itemByUrl = new HashMap<>();
    private final Map<String, String> pathByItem = new HashMap<>();

    GuidLedger(Collection<ItemLine> items) {
        for (ItemLine item : items) {
            pathByItem.put(item.contentId(), item.path());
            String guid = item.guid();
            if (guid != null) {
                itemByGuid.put(guid, item.contentId());
            }
            String url = item.url();
            if (url != null && item.state() == Item.State.PUBLISHED) {
                itemByUrl.put(url, item.contentId());
            }
        }
    }

    /** The path of another item that has the guid. */
    Optional<String> holderOfGuid(String guid, String contentId) {
        return other(itemByGuid, guid, contentId);
    }

    /** The path of another published item that has the page. */
    Optional<String> holderOfUrl(String url, String contentId) {
        return other(itemByUrl, url, contentId);
    }

    private Optional<String> other(Map<String, String> items, String key, String contentId) {
        return Optional.ofNullable(items.get(key))
                .filter(holder -> !holder.equals(contentId))
                .map(holder -> pathByItem.getOrDefault(holder, "another document"));
    }

    /** The item has them from now on. */
    void take(ContentSnapshot state) {
        pathByItem.put(state.contentId(), state.path());
        itemByGuid.put(state.guid(), state.contentId());
        itemByUrl.values().remove(state.contentId());
        itemByUrl.put(state.url(), state.contentId());
    }

    /** The item's page is free again; its guid is its own for ever. */
    void leave(String contentId) {
        itemByUrl.values().remove(contentId);
    }
}
