package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commitcast.contentreading.across.TranscriptJoin;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.probe.Probes;
import org.commitcast.ingest.publishing.Evaluated.KeptBack;
import org.commitcast.ingest.publishing.Item.State;
import org.commitcast.ingest.publishing.Readings.SourceFile;

/** Evaluates items against their stored states. */
@ApplicationScoped
class Evaluator {
    private final Items items;
    private final Outbox outbox;

    private final Probes probes;

    Evaluator(Items items, Outbox outbox, Probes probes) {
        this.probes = probes;
        this.items = items;
        this.outbox = outbox;
    }

    /**
     * What becomes of some items; what goes is first, so that its page is free for what comes. Who finds its page taken
     * is asked again when the others have moved: the one that has it may be on its way as well.
     */
    List<Evaluated> evaluate(AtHead work, Collection<KnownItem> affected, GuidLedger guids, TranscriptJoin join) {
        Map<String, String> snapshots = new HashMap<>();
        var evaluation = new Evaluation(
                work,
                snapshots,
                guids,
                join,
                audio -> probes.isProven(work.site.name(), work.site.incarnation(), audio));
        List<KnownItem> open = affected.stream()
                .sorted(Comparator.comparing(KnownItem::present)
                        .thenComparing(item -> item.document().path()))
                .toList();
        boolean many = open.size() > Readings.CHUNK;
        Map<String, Evaluated> evaluated = new LinkedHashMap<>();
        int before = open.size() + 1;
        while (!open.isEmpty() && open.size() < before) {
            before = open.size();
            for (List<KnownItem> chunk : Readings.chunks(open)) {
                snapshots.clear();
                snapshots.putAll(
                        items.snapshots(chunk.stream().map(KnownItem::contentId).toList()));
                work.readings.readAhead(chunk.stream()
                        .filter(KnownItem::present)
                        .map(Evaluator::file)
                        .toList());
                for (KnownItem item : chunk) {
                    Evaluated one = unlessTooLarge(evaluation.of(item));
                    evaluated.put(item.contentId(), many ? one.packed() : one);
                }
            }
            open = open.stream()
                    .filter(item -> Objects.requireNonNull(evaluated.get(item.contentId()))
                            .findsItsPageTaken())
                    .toList();
        }
        return List.copyOf(evaluated.values());
    }

    private static SourceFile file(KnownItem item) {
        return new SourceFile(item.document().path(), item.document().blob());
    }

    private Evaluated unlessTooLarge(Evaluated one) {
        var news = one.news();
        if (news == null || outbox.accepts(news.state())) {
            return one;
        }
        List<Finding> findings = new ArrayList<>(one.findings());
        findings.add(Readings.tooLargeToSend(one.item().document().path()));
        return new Evaluated(
                one.item(), one.changedBy(), one.baseline(), findings, null, new KeptBack(State.HELD, null), null);
    }

    /** The same with the commits that last changed their documents, where the way here is not known. */
    static List<Evaluated> withCommits(List<Evaluated> all, Map<String, String> commits) {
        return all.stream()
                .map(one -> new Evaluated(
                        one.item(),
                        commits.get(one.item().document().path()),
                        one.baseline(),
                        one.findings(),
                        one.news(),
                        one.keptBack(),
                        one.due()))
                .toList();
    }
}
