package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentreading.across.TranscriptJoin;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.publishing.Readings.SourceFile;

/**
 * The import of a site's history: the tree of one fixed commit, in transactions of bounded size. One that was cut off
 * goes on after the items that are already there, unless they were made of another definition or by other software.
 */
@ApplicationScoped
public class Baseline {
    private final Items items;
    private final Transcripts transcripts;
    private final KnownRules rules;
    private final Evaluator evaluator;
    private final PlanWriter writer;
    private final Clock clock;

    Baseline(
            Items items,
            Transcripts transcripts,
            KnownRules rules,
            Evaluator evaluator,
            PlanWriter writer,
            Clock clock) {
        this.rules = rules;
        this.items = items;
        this.transcripts = transcripts;
        this.evaluator = evaluator;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Imports the tree of a commit.
     *
     * @param betweenParts run between two parts of it, so that a large one does not keep others waiting
     * @throws StaleWorkException where the site changed meanwhile
     */
    public void importTree(SiteAtWork site, LocalCopy copy, String commit, String branch, Runnable betweenParts)
            throws SQLException, StaleWorkException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!site.sameDefinition() || !site.sameSoftware()) {
            writer.beginImport(site, commit);
        }
        var stored = items.lines(site.name(), site.incarnation());
        var readings = new Readings(copy, rules.at(site, copy.tree(commit), List.of()));
        var work = new AtHead(site, copy, commit, branch, readings, stored, now);
        List<String> paths = work.tree.paths().filter(work.readings::isDocument).toList();
        Map<String, String> commits = copy.history().lastChanges(commit, paths);
        var cues = TranscriptWork.at(work, transcripts.of(site.name(), site.incarnation()), true);
        var join = cues.join(episodes(work, paths, cues));
        var guids = new GuidLedger(stored);
        List<TranscriptNews> transcriptNews = cues.news();
        Map<String, List<Finding>> findings = new LinkedHashMap<>(work.misnamed());
        findings.putAll(cues.findings());
        var found = new Found(findings, List.of(), null);
        Set<String> documents = new HashSet<>();
        List<String> open = paths.stream().filter(path -> !isDone(work, path)).toList();
        for (List<String> chunk : Readings.chunks(open)) {
            var evaluated = evaluator.evaluate(work, step(work, chunk, documents), guids, join);
            writer.write(work.plan(Evaluator.withCommits(evaluated, commits), transcriptNews, found, false));
            transcriptNews = List.of();
            found = Found.NOTHING;
            betweenParts.run();
        }
        // Where the commit is not the one that an earlier try began with, some of what is there may be gone.
        work.walk.settle(work.tree, documents);
        Set<String> settled = ids(work.walk.touches().getOrDefault(commit, List.of()));
        var rest = work.identities.items().stream()
                .filter(item -> settled.contains(item.contentId()))
                .toList();
        var evaluated = evaluator.evaluate(work, rest, guids, join);
        found = new Found(found.byPath(), work.across(cues, join, any -> true), null);
        writer.write(work.plan(Evaluator.withCommits(evaluated, commits), transcriptNews, found, true));
        rules.keep(site, commit, readings.rules());
    }

    /**
     * The baseline of an empty repository: nothing, and all that comes is news.
     *
     * @throws StaleWorkException where the site changed meanwhile
     */
    public void importNothing(SiteAtWork site, String branch) throws SQLException, StaleWorkException {
        writer.writeEmpty(site, branch, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean isDone(AtHead work, String path) {
        return work.identities
                .at(path)
                .filter(item -> item.document().blob().equals(work.tree.blob(path)))
                .isPresent();
    }

    private static List<TranscriptJoin.Episode> episodes(AtHead work, List<String> paths, TranscriptWork cues) {
        List<TranscriptJoin.Episode> episodes = new ArrayList<>();
        if (cues.isEmpty()) {
            return episodes;
        }
        work.readings.inChunks(
                paths,
                path -> source(work, path),
                path -> work.episode(path, source(work, path).blob(), episodes));
        return episodes;
    }

    private static List<KnownItem> step(AtHead work, List<String> chunk, Set<String> documents) {
        List<SeenDocument> seen = new ArrayList<>();
        work.readings.inChunks(chunk, path -> source(work, path), path -> work.readings
                .seen(path, source(work, path).blob())
                .ifPresent(seen::add));
        seen.forEach(document -> documents.add(document.path()));
        Set<String> touched = ids(work.identities.step(Set.of(), seen));
        return work.identities.items().stream()
                .filter(item -> touched.contains(item.contentId()))
                .toList();
    }

    private static SourceFile source(AtHead work, String path) {
        return new SourceFile(path, String.valueOf(work.tree.blob(path)));
    }

    private static Set<String> ids(List<Touch> touches) {
        return touches.stream().map(Touch::contentId).collect(Collectors.toCollection(HashSet::new));
    }
}
