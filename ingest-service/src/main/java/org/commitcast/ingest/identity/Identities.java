package org.commitcast.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All items of a site while commits are walked in their order. In each commit a document is the item that had its
 * path; else, of the items without a document, the one with its explicit guid, its computed guid, or its enclosure;
 * else the one among those that this commit removed that is most like it; else a new one.
 */
public final class Identities {
    /** Git's own threshold for renames. */
    private static final int ALIKE_PERCENT = 50;
    /** Where more files than this might be one another, only those are compared that have a title or audio in common. */
    private static final int MAX_PAIRS = 100_000;

    private final Map<String, KnownItem> byId = new LinkedHashMap<>();
    private final Map<String, String> idByPath = new HashMap<>();
    /** Those without a document: only they are looked through for each new one, and there are few. */
    private final Map<String, KnownItem> absent = new LinkedHashMap<>();

    private final Supplier<String> ids;
    private final Likenesses likenesses;

    /** @param ids mints content ids */
    public Identities(Collection<KnownItem> known, Supplier<String> ids, Likenesses likenesses) {
        this.ids = ids;
        this.likenesses = likenesses;
        known.forEach(this::put);
    }

    /**
     * Takes in one commit.
     *
     * @param gone paths that are no document any more
     * @param seen documents that are new or changed
     */
    public List<Touch> step(Set<String> gone, List<SeenDocument> seen) {
        List<Touch> touches = new ArrayList<>();
        List<SeenDocument> open = new ArrayList<>();
        for (SeenDocument document : seen) {
            Optional<KnownItem> there = at(document.path());
            there.ifPresent(item -> take(item, document, touches));
            if (there.isEmpty()) {
                open.add(document);
            }
        }
        Set<String> removed = remove(gone);
        claim(open, touches, removed, (item, document) -> item.path().equals(document.path()));
        claim(open, touches, removed, (item, document) -> item.hasGuid(document.explicitGuid()));
        claim(open, touches, removed, (item, document) -> item.hasGuid(document.computedGuid()));
        claim(open, touches, removed, (item, document) -> item.hasEnclosure(document.enclosure()));
        claimUnchanged(open, touches, removed);
        claimAlike(open, touches, removed);
        for (SeenDocument document : open) {
            put(new KnownItem(ids.get(), true, null, document));
            touches.add(touch(Touch.Kind.ADDED, document));
        }
        for (String id : removed) {
            touches.add(new Touch(id, Touch.Kind.REMOVED, item(id).path(), null));
        }
        return touches;
    }

    /** A document reads otherwise now, under other rules; nothing was done to it. */
    public void refresh(SeenDocument document) {
        at(document.path()).ifPresent(item -> put(item.seen(document)));
    }

    private Touch touch(Touch.Kind kind, SeenDocument document) {
        return new Touch(at(document.path()).orElseThrow().contentId(), kind, document.path(), null);
    }

    private Set<String> remove(Set<String> gone) {
        Set<String> removed = new HashSet<>();
        for (String path : gone) {
            at(path).ifPresent(item -> {
                idByPath.remove(path);
                put(item.gone());
                removed.add(item.contentId());
            });
        }
        return removed;
    }

    private void claim(
            List<SeenDocument> open,
            List<Touch> touches,
            Set<String> removed,
            BiPredicate<KnownItem, SeenDocument> rule) {
        open.removeIf(document -> {
            // What this very commit removed comes before what was removed long ago.
            Optional<KnownItem> match = absent.values().stream()
                    .filter(item -> rule.test(item, document))
                    .min(Comparator.comparing(item -> !removed.contains(item.contentId())));
            match.ifPresent(item -> {
                removed.remove(item.contentId());
                take(item, document, touches);
            });
            return match.isPresent();
        });
    }

    /** What was moved as it was: most of a mass move, and nothing has to be compared. */
    private void claimUnchanged(List<SeenDocument> open, List<Touch> touches, Set<String> removed) {
        Map<String, List<KnownItem>> byBlob = removed.stream()
                .map(this::item)
                .collect(Collectors.groupingBy(item -> item.document().blob()));
        open.removeIf(document -> {
            Optional<KnownItem> match = byBlob.getOrDefault(document.blob(), List.of()).stream()
                    .filter(item -> removed.contains(item.contentId()))
                    .min(Comparator.comparing(item -> !item.document().isNamedAs(document)));
            match.ifPresent(item -> {
                removed.remove(item.contentId());
                take(item, document, touches);
            });
            return match.isPresent();
        });
    }

    private void claimAlike(List<SeenDocument> open, List<Touch> touches, Set<String> removed) {
        record Pair(KnownItem item, SeenDocument document, int percent) {}
        List<Pair> pairs = new ArrayList<>();
        boolean many = (long) open.size() * removed.size() > MAX_PAIRS;
        for (SeenDocument document : open) {
            for (String id : removed) {
                KnownItem item = item(id);
                if (pairs.size() < MAX_PAIRS && (many ? item.hasMuchOf(document) : item.mayBe(document))) {
                    int percent = likenesses.percent(item.document().blob(), document.blob());
                    pairs.add(new Pair(item, document, percent));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::percent).reversed());
        for (Pair pair : pairs) {
            String id = pair.item().contentId();
            if (pair.percent() >= ALIKE_PERCENT && removed.contains(id) && open.remove(pair.document())) {
                removed.remove(id);
                take(pair.item(), pair.document(), touches);
            }
        }
    }

    private void take(KnownItem item, SeenDocument document, List<Touch> touches) {
        boolean moved = !item.path().equals(document.path());
        Touch.Kind kind = moved ? Touch.Kind.MOVED : item.present() ? Touch.Kind.CHANGED : Touch.Kind.ADDED;
        touches.add(new Touch(item.contentId(), kind, document.path(), moved ? item.path() : null));
        put(item.seen(document));
    }

    private void put(KnownItem item) {
        byId.put(item.contentId(), item);
        if (item.present()) {
            idByPath.put(item.path(), item.contentId());
            absent.remove(item.contentId());
        } else {
            absent.put(item.contentId(), item);
        }
    }

    private KnownItem item(String id) {
        KnownItem item = byId.get(id);
        if (item == null) {
            throw new IllegalArgumentException("no item " + id);
        }
        return item;
    }

    /** The item whose document is at a path. */
    public Optional<KnownItem> at(String path) {
        return Optional.ofNullable(idByPath.get(path)).map(this::item);
    }

    /** All items, those without a document too. */
    public Collection<KnownItem> items() {
        return List.copyOf(byId.values());
    }
}
