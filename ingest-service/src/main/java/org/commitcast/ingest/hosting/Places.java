package org.commitcast.ingest.hosting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.ingest.hosting.Listing.Listed;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;

/** Where in the branch each document belongs. */
final class Places {
    private Places() {}

    /** The documents by their paths. A feed whose own address is served from the folder lies where that address leads. */
    static Map<String, Listed> of(PublishStatement publish, Collection<FeedDefinition> feeds, List<Listed> documents) {
        Map<String, String> elsewhere = new HashMap<>();
        for (FeedDefinition feed : feeds) {
            publish.fileAt(feed.publicUrl()).ifPresent(file -> elsewhere.putIfAbsent(feed.name() + ".rss", file));
        }
        String folder = publish.folder().isEmpty() ? "" : publish.folder() + "/";
        Map<String, Listed> places = new LinkedHashMap<>();
        for (Listed document : documents) {
            places.put(folder + elsewhere.getOrDefault(document.file(), document.file()), document);
        }
        return places;
    }
}
