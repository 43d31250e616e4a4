package org.commitcast.contentreading.adoption;

import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;

/** The feed that a show had before; each of its items is one document's at most. Used by one round of work. */
public final class AdoptedFeed {
    private final Map<String, AdoptedItem> byGuid = new HashMap<>();
    private final Map<String, AdoptedItem> byEnclosure = new HashMap<>();
    private final Map<String, AdoptedItem> byLink = new HashMap<>();
    private final Set<AdoptedItem> open;
    /** By the documents' paths. */
    private final Map<String, String> given = new HashMap<>();

    /** Of these items, in the order of the feed. */
    public AdoptedFeed(List<AdoptedItem> items) {
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

    /** The guid under which subscribers already have the document. */
    public Optional<String> guidOf(Document document) {
        // A document may be asked about again: the one that has its page may be on its way.
        return Optional.ofNullable(given.computeIfAbsent(document.path(), path -> found(document)));
    }

    private @Nullable String found(Document document) {
        Enclosure enclosure = document.media().enclosure();
        Optional<AdoptedItem> match = taken(byGuid.get(document.address().computedGuid()));
        if (match.isEmpty() && enclosure != null) {
            match = taken(byEnclosure.get(enclosure.url()));
        }
        if (match.isEmpty()) {
            match = taken(byLink.get(document.address().url()));
        }
        return match.map(AdoptedItem::guid).orElse(null);
    }

    private Optional<AdoptedItem> taken(@Nullable AdoptedItem item) {
        return Optional.ofNullable(item).filter(open::remove);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return byGuid.isEmpty();
    }

    /** A finding for each item that no document is. */
    public static List<Finding> unmatched(List<AdoptedItem> items) {
        return items.stream()
                .map(item -> new Finding(
                        "adopt.unmatched",
                        Severity.WARNING,
                        "",
                        Position.START,
                        "The adopted feed has \"%s\" (%s), and no document is it."
                                .formatted(item.title(), item.guid())))
                .sorted(Comparator.comparing(Finding::message))
                .toList();
    }
}
