package org.commitcast.feed.publishing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.FeedChanges;

/**
 * What others are told of a feed after a batch.
 *
 * @param url where this deployment serves it
 * @param publicUrl where readers subscribe
 * @param through the site's sequence up to which it knows all items
 * @param items how many it has, archives included
 * @param knownBefore whether what it listed before was known: otherwise the changes say nothing
 * @param differences of changed items, what about them became different
 */
record FeedUpdate(
        FeedDefinition feed,
        URI url,
        URI publicUrl,
        long through,
        int items,
        List<FailedItem> failed,
        boolean knownBefore,
        FeedChanges changes,
        Map<String, List<String>> differences) {

    /** Whether any item came, changed or went. */
    boolean changesItems() {
        return knownBefore && !changes.isEmpty();
    }

    /** As many of these items as are named. */
    static List<String> listed(List<String> items) {
        return items.stream().limit(FeedState.MOST_LISTED).toList();
    }

    /** In the order of the changed items. A feed of summaries does not say that texts are other ones. */
    List<FeedState.Difference> differencesOfChanged() {
        return listed(changes.changed()).stream()
                .map(item -> new FeedState.Difference(item, fields(differences.getOrDefault(item, List.of()))))
                .filter(difference -> !difference.fields().isEmpty())
                .toList();
    }

    private List<String> fields(List<String> said) {
        return said.stream()
                .filter(field -> !(feed.summaryOnly() && field.equals("content")))
                .toList();
    }
}
