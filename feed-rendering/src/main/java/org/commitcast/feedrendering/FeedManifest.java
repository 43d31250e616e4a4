package org.commitcast.feedrendering;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commitcast.feedrendering.paging.ListedItem;

/**
 * Which items a feed lists, in its order, each with a digest of its bytes.
 *
 * @param digests by content id
 */
public record FeedManifest(Map<String, String> digests) {

    /** Of a feed that lists nothing. */
    public static final FeedManifest EMPTY = new FeedManifest(Map.of());

    public FeedManifest {
        digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /** Of these items. */
    public static FeedManifest of(List<ListedItem> items) {
        Map<String, String> digests = new LinkedHashMap<>();
        items.forEach(item -> digests.put(item.contentId(), item.digest()));
        return new FeedManifest(digests);
    }

    /** Of what several documents list, one after the other. */
    public static FeedManifest join(Iterable<FeedManifest> documents) {
        Map<String, String> all = new LinkedHashMap<>();
        documents.forEach(document -> document.digests.forEach(all::putIfAbsent));
        return new FeedManifest(all);
    }

    /** Reads what {@link #toString()} wrote. */
    public static FeedManifest parse(String lines) {
        Map<String, String> digests = new LinkedHashMap<>();
        Arrays.stream(lines.split("\n"))
                .filter(line -> !line.isEmpty())
                .forEach(line -> digests.put(line.substring(17), line.substring(0, 16)));
        return new FeedManifest(digests);
    }

    /** How many items the feed lists. */
    public int size() {
        return digests.size();
    }

    /** What became different on the way from this manifest to the next one. */
    public FeedChanges changesTo(FeedManifest next) {
        return new FeedChanges(
                next.digests.keySet().stream()
                        .filter(id -> !digests.containsKey(id))
                        .toList(),
                next.digests.entrySet().stream()
                        .filter(item -> digests.containsKey(item.getKey()))
                        .filter(item -> !item.getValue().equals(digests.get(item.getKey())))
                        .map(Map.Entry::getKey)
                        .toList(),
                digests.keySet().stream()
                        .filter(id -> !next.digests.containsKey(id))
                        .toList());
    }

    /** One line for each item: digest, space, content id. */
    @Override
    public String toString() {
        return digests.entrySet().stream()
                .map(item -> item.getValue() + " " + item.getKey())
                .collect(Collectors.joining("\n"));
    }
}
