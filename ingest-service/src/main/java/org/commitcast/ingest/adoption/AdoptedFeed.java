package org.commitcast.ingest.adoption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.ingest.publishing.AdoptedGuids;
import org.jspecify.annotations.Nullable;

/** The feed that a show had before; each of its items is one document's at most. Used by one import at a time. */
public final class AdoptedFeed implements AdoptedGuids {
    private final Map<String, AdoptedItem> byGuid = new HashMap<>();
    private final Map<String, AdoptedItem> byEnclosure = new HashMap<>();
    private final Map<String, AdoptedItem> byLink = new HashMap<>();
    private final Set<AdoptedItem> open;

    AdoptedFeed(List<AdoptedItem> items) {
        open = new LinkedHashSet<>(items);
        for (AdoptedItem item : items) {
            byGuid.putIfAbsent(item.guid(), item);
            put(byEnclosure, item.enclosure(), item);
            put(byLink, item.link(), item);
        }
    }

    private static void put(Map<String, AdoptedItem> items, @Nullable String key, AdoptedItem item) {
        if (key != null) {
            items.putIfAbsent(key, item);
        }
    }

    @Override
    public Optional<String> guidOf(Document document) {
        Enclosure enclosure = document.media().enclosure();
        Optional<AdoptedItem> match = taken(byGuid.get(document.address().computedGuid()));
        if (match.isEmpty() && enclosure != null) {
            match = taken(byEnclosure.get(enclosure.url()));
        }
        if (match.isEmpty()) {
            match = taken(byLink.get(document.address().url()));
        }
        return match.map(AdoptedItem::guid);
    }

    private Optional<AdoptedItem> taken(@Nullable AdoptedItem item) {
        return Optional.ofNullable(item).filter(open::remove);
    }

    /** A finding for each item whose guid no document has. */
    List<Finding> unmatched(Set<String> published) {
        List<Finding> findings = new ArrayList<>();
        for (AdoptedItem item : byGuid.values()) {
            if (!published.contains(item.guid())) {
                findings.add(new Finding(
                        "adopt.unmatched",
                        Severity.WARNING,
                        "",
                        Position.START,
                        "The adopted feed has \"%s\" (%s), and no document is it."
                                .formatted(item.title(), item.guid())));
            }
        }
        findings.sort(java.util.Comparator.comparing(Finding::message));
        return findings;
    }

    boolean isEmpty() {
        return byGuid.isEmpty();
    }
}
