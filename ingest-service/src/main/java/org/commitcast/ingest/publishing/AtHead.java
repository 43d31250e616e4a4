package org.commitcast.ingest.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.across.TranscriptJoin;
import org.commitcast.contentreading.across.TranscriptJoin.Episode;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.EnclosureProbing;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.Identities;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.publishing.Item.State;
import org.commitcast.ingest.site.Definitions;
import org.jspecify.annotations.Nullable;

/** A site's documents at the commit that is to be published, beside what is stored of them. */
final class AtHead {
    final SiteAtWork site;
    final String head;
    final String branch;
    final Instant now;
    final LocalCopy copy;
    final CommitTree tree;
    final Readings readings;
    final Map<String, ItemLine> lines;
    final Identities identities;
    final Walk walk;
    final AudioAtHead audio;
    private @Nullable CommitTree baseline;

    AtHead(
            SiteAtWork site,
            LocalCopy copy,
            String head,
            String branch,
            Readings readings,
            Collection<ItemLine> stored,
            Instant now) {
        this.site = site;
        this.head = head;
        this.branch = branch;
        this.now = now;
        this.copy = copy;
        this.tree = copy.tree(head);
        this.readings = readings;
        this.lines = new LinkedHashMap<>();
        stored.forEach(line -> lines.put(line.contentId(), line));
        this.identities = new Identities(
                stored.stream().map(ItemLine::known).toList(),
                () -> UUID.randomUUID().toString(),
                copy::likeness);
        this.walk = new Walk(copy, site.statement().settings(), identities, readings, head);
        this.audio = new AudioAtHead(tree, readings, identities);
    }

    /**
     * Whether a document of which no store tells any more is a part of the baseline that never was out: the same file
     * lay there, or one that was held.
     */
    boolean isOfBaseline(SeenDocument document) {
        String commit = site.importCommit();
        if (commit == null || !copy.has(commit)) {
            return false;
        }
        if (baseline == null) {
            baseline = copy.treeOf(commit);
        }
        String blob = baseline.blob(document.path());
        return blob != null
                && (blob.equals(document.blob())
                        || readings.read(document.path(), blob).isHeld());
    }

    /** The items to evaluate: touched on the way, due, or held by something that the way may have mended. */
    Set<KnownItem> affected(boolean all) {
        Set<String> touched = walk.touches().values().stream()
                .flatMap(List::stream)
                .map(Touch::contentId)
                .collect(Collectors.toSet());
        boolean anyMoves = !touched.isEmpty() || lines.values().stream().anyMatch(line -> line.isDue(now));
        return identities.items().stream()
                .filter(item -> {
                    ItemLine line = lines.get(item.contentId());
                    boolean mended = line != null && line.isHeld() && anyMoves;
                    boolean due = line != null && line.isDue(now);
                    return (all && item.present()) || touched.contains(item.contentId()) || mended || due;
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All episodes with their numbers: as stored, or as read just now. */
    Collection<Episode> episodes(Set<KnownItem> affected) {
        List<Episode> episodes = new ArrayList<>();
        for (KnownItem item : identities.items()) {
            ItemLine line = lines.get(item.contentId());
            if (!item.present()) {
                continue;
            }
            if (line == null || affected.contains(item)) {
                episode(item.document().path(), item.document().blob(), episodes);
            } else if (line.kind() == Kind.EPISODE) {
                episodes.add(new Episode(item.document().path(), line.number()));
            }
        }
        return episodes;
    }

    /** Adds the episode in a file, if it is one. */
    void episode(String path, String blob, Collection<Episode> episodes) {
        readings.read(path, blob)
                .document()
                .filter(document -> document.kind() == Kind.EPISODE)
                .ifPresent(document ->
                        episodes.add(new Episode(path, document.media().episode())));
    }

    /** Published episodes whose transcript is another one now. */
    List<KnownItem> rejoined(TranscriptJoin join) {
        return identities.items().stream()
                .filter(item -> {
                    ItemLine line = lines.get(item.contentId());
                    return line != null
                            && item.present()
                            && line.state() == State.PUBLISHED
                            && line.kind() == Kind.EPISODE
                            && !Objects.equals(
                                    line.transcript(), join.of(item.document().path()));
                })
                .toList();
    }

    /** What is wrong in the files that were read on the way. */
    Map<String, List<Finding>> findings() {
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        for (String path : walk.changedPaths()) {
            String blob = tree.blob(path);
            if (blob != null) {
                findings.put(path, findings(path, blob));
            } else {
                findings.put(path, tree.isTooDeep(path) ? List.of(Readings.tooDeep(path)) : List.of());
            }
        }
        return findings;
    }

    /** A picture or a program may be as large as it likes. */
    private List<Finding> findings(String path, String blob) {
        InputKind kind = readings.reader().classify(path);
        boolean ours = kind != InputKind.IGNORED && kind != InputKind.SHARED;
        return ours ? readings.read(path, blob).findings() : List.of();
    }

    /** What is wrong with the names of files and folders. */
    Map<String, List<Finding>> misnamed() {
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        tree.tooDeep().forEach(folder -> findings.put(folder, List.of(Readings.tooDeep(folder))));
        tree.paths()
                .filter(path -> readings.reader().classify(path) == InputKind.MISNAMED)
                .forEach(path -> findings.put(path, findings(path, String.valueOf(tree.blob(path)))));
        return findings;
    }

    /** What is wrong with documents and transcripts beside one another. */
    List<Finding> across(TranscriptWork cues, TranscriptJoin join, Predicate<String> enclosures) {
        List<Finding> findings = new ArrayList<>(audio.twice(enclosures));
        join.alone().forEach(id -> findings.add(TranscriptJoin.withoutEpisode(cues.pathOf(id))));
        return findings;
    }

    /** What each commit did, but for what it did to documents that are still being written. */
    private Map<String, List<Touch>> told() {
        Map<String, List<Touch>> told = new LinkedHashMap<>();
        walk.touches()
                .forEach((commit, touches) -> told.put(
                        commit,
                        touches.stream().filter(touch -> !isOfDraft(touch)).toList()));
        return told;
    }

    private boolean isOfDraft(Touch touch) {
        String before = touch.previousPath();
        return readings.isUnfinished(touch.path()) && (before == null || readings.isUnfinished(before));
    }

    Plan plan(List<Evaluated> items, List<TranscriptNews> transcripts, Found found, boolean last) {
        var rules = readings.reader().rules();
        Map<String, List<Finding>> findings = new LinkedHashMap<>(found.byPath());
        items.forEach(one -> findings.put(one.item().document().path(), one.findings()));
        return new Plan(
                site,
                head,
                branch,
                now,
                Definitions.effective(site.name(), site.statement(), rules, branch),
                Definitions.explained(site.statement(), rules, branch),
                items,
                transcripts,
                findings,
                readings.rules().findings(),
                found.across(),
                found.among(),
                rules.enclosureProbe(),
                rules.enclosureProbe() == EnclosureProbing.OFF ? List.of() : audio.claimed(items),
                site.imported() ? told() : Map.of(),
                site.imported() ? walk.files() : Map.of(),
                last);
    }
}
