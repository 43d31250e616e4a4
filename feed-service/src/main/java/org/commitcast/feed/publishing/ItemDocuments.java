package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.store.ItemSource;
import org.commitcast.feed.store.ItemSources;
import org.commitcast.feedrendering.document.ItemAddresses;

/** Documents of items, chapters and transcripts. All of it must be called in a transaction that holds the site. */
@ApplicationScoped
public class ItemDocuments {
    /** So many items are in memory at a time; a transcript can have a megabyte, and comes in several forms. */
    private static final int CHUNK = 20;

    private final ItemSources sources;
    private final SiteDocuments documents;
    private final StoredDocuments stored;

    ItemDocuments(ItemSources sources, SiteDocuments documents, StoredDocuments stored) {
        this.sources = sources;
        this.documents = documents;
        this.stored = stored;
    }

    /** Serves all that is due, as it is now, and no longer what is not there any more. */
    void put(SiteState site) {
        while (putSome(site)) {
            // Until nothing is due.
        }
    }

    /** Does the same with a part of very many; says whether they were so many. */
    boolean putAhead(SiteState site) {
        return sources.areDue(site, CHUNK + 1) && putSome(site);
    }

    private boolean putSome(SiteState site) {
        List<ItemSource> due = sources.due(site, CHUNK);
        Set<String> over = stored.served(
                site.site(),
                due.stream()
                        .flatMap(item -> ItemAddresses.files(item.contentId()).stream())
                        .toList());
        for (ItemSource item : due) {
            for (DocumentDraft draft : ItemDrafts.of(item)) {
                documents.put(site, draft);
                over.remove(draft.file());
            }
        }
        documents.withdraw(site, over);
        sources.made(site, due.stream().map(ItemSource::contentId).toList());
        return !due.isEmpty();
    }

    /**
     * How what is served differs from what the store gives.
     *
     * @param documents how many there should be
     * @param different files that are others, are missing, or should not be there; by name
     */
    public record Difference(int documents, List<String> different) {
        public static final Difference NONE = new Difference(0, List.of());

        public Difference {
            different = List.copyOf(different);
        }
    }

    /** Compares all of the site's. */
    public Difference difference(SiteState site) {
        Map<String, String> served = new HashMap<>(stored.etags(site.site(), DocumentRole.ITEM));
        TreeSet<String> different = new TreeSet<>();
        int documents = 0;
        List<ItemSource> some = sources.behind(site, "", CHUNK);
        while (!some.isEmpty()) {
            for (ItemSource item : some) {
                Map<String, String> drafts = ItemDrafts.of(item).stream()
                        .collect(Collectors.toMap(
                                DocumentDraft::file, draft -> draft.body().etag()));
                documents += drafts.size();
                drafts.forEach((file, etag) -> {
                    if (!etag.equals(served.remove(file))) {
                        different.add(file);
                    }
                });
            }
            some = sources.behind(site, some.get(some.size() - 1).contentId(), CHUNK);
        }
        different.addAll(served.keySet());
        return new Difference(documents, List.copyOf(different));
    }
}
