package org.commitcast.ingest.hosting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.ingest.hosting.Listing.Listed;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;

/** Where in the branch each document belongs. */
final class Places {
    private Places() {}

    /** The documents by their paths. A feed whose own address is served from the folder lies where that address leads. */
    static Map<String, Listed> of(PublishStatement publish, Collection<FeedDefinition> feeds, List<Listed> documents) {
        Map<String, String> elsewhere = new HashMap<>();
        feeds.forEach(feed -> elsewhere.putIfAbsent(feed.name() + ".rss", rss(publish, feed)));
        Map<String, Listed> places = new LinkedHashMap<>();
        for (Listed document : documents) {
            String file = document.file();
            places.put(elsewhere.getOrDefault(file, inFolder(publish, file)), document);
        }
        return places;
    }

    /**
     * Where feeds are that somebody else makes. One that was ours before is not taken away from its readers, but left to
     * whoever makes the next one.
     */
    static Set<String> ofOthers(PublishStatement publish, Collection<FeedDefinition> feeds) {
        return feeds.stream()
                .filter(FeedDefinition::external)
                .map(feed -> rss(publish, feed))
                .collect(Collectors.toSet());
    }

    private static String rss(PublishStatement publish, FeedDefinition feed) {
        return inFolder(publish, publish.fileAt(feed.publicUrl()).orElse(feed.name() + ".rss"));
    }

    private static String inFolder(PublishStatement publish, String file) {
        return publish.folder().isEmpty() ? file : publish.folder() + "/" + file;
    }
}
