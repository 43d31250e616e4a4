package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.document.Document;
import org.commitcast.ingest.checkout.Change;
import org.commitcast.ingest.checkout.Step;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;

/** Finds the stored items that some commits concern, so that a push takes no longer in a large site than in a small one. */
@ApplicationScoped
class Stored {
    /** From here on it is quicker to fetch all items at once. */
    private static final int MANY = 500;

    private final Items items;
    private final Transcripts transcripts;

    Stored(Items items, Transcripts transcripts) {
        this.items = items;
        this.transcripts = transcripts;
    }

    Concerned all(SiteAtWork site) {
        return new Concerned(items.lines(site.name(), site.incarnation()), null);
    }

    /** Those that steps under unchanged rules may concern. All of them where there are transcripts: any may join any. */
    Concerned concernedBy(SiteAtWork site, Readings readings, List<Step> steps, Instant now) {
        List<Change> changes =
                steps.stream().flatMap(step -> step.changes().stream()).toList();
        boolean withTranscripts = changes.stream().anyMatch(change -> readings.isTranscript(change.path()))
                || transcripts.isAny(site.name(), site.incarnation());
        if (withTranscripts || changes.size() > MANY) {
            return all(site);
        }
        Set<String> paths = new LinkedHashSet<>();
        Set<String> enclosures = new LinkedHashSet<>();
        for (Change change : changes) {
            paths.add(change.path());
            String blob = change.after();
            if (blob != null && readings.isDocument(change.path())) {
                readings.seen(change.path(), blob).map(SeenDocument::enclosure).ifPresent(enclosures::add);
            }
        }
        Map<String, ItemLine> lines = new HashMap<>();
        for (ItemLine line : items.linesFor(site.name(), site.incarnation(), paths, now)) {
            lines.put(line.contentId(), line);
            String enclosure = line.enclosure();
            if (enclosure != null && paths.contains(line.path())) {
                enclosures.add(enclosure);
            }
        }
        items.linesWithAudio(site.name(), site.incarnation(), enclosures)
                .forEach(line -> lines.put(line.contentId(), line));
        return new Concerned(byPath(lines), enclosures);
    }

    /** What is known, and who has the guids and pages that some items want. */
    Collection<ItemLine> claimed(AtHead work, Collection<KnownItem> affected) {
        Map<String, ItemLine> lines = new HashMap<>(work.lines);
        Set<String> guids = new LinkedHashSet<>();
        Set<String> urls = new LinkedHashSet<>();
        for (KnownItem item : affected) {
            if (item.present()) {
                work.readings
                        .read(item.document().path(), item.document().blob())
                        .document()
                        .map(Document::address)
                        .ifPresent(address -> {
                            urls.add(address.url());
                            guids.add(address.computedGuid());
                            guids.add(address.guid());
                        });
            }
        }
        items.linesClaiming(work.site.name(), work.site.incarnation(), guids, urls)
                .forEach(line -> lines.put(line.contentId(), line));
        return byPath(lines);
    }

    private static List<ItemLine> byPath(Map<String, ItemLine> lines) {
        return lines.values().stream()
                .sorted(Comparator.comparing(ItemLine::path))
                .toList();
    }
}
