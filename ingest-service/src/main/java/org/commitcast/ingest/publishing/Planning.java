package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.KnownItem;

/** Works out what a commit would make of an imported site; changes nothing. */
@ApplicationScoped
class Planning {
    private final Transcripts transcripts;
    private final Evaluator evaluator;

    Planning(Transcripts transcripts, Evaluator evaluator) {
        this.transcripts = transcripts;
        this.evaluator = evaluator;
    }

    Plan plan(SiteAtWork site, LocalCopy copy, String head, String branch, Collection<ItemLine> stored, Instant now) {
        boolean made = site.sameDefinition() && site.sameSoftware();
        var work = new AtHead(site, copy, head, branch, stored, now);
        if (site.knowsItsPast()) {
            work.walk.through(copy.history().steps(site.processed(), head), site.processed());
        }
        boolean all = !site.knowsItsPast() || !made || work.walk.sharedChanged();
        if (all) {
            work.walk.settle(work.tree, Set.of());
        }
        var cues = TranscriptWork.at(work, transcripts.of(site.name(), site.incarnation()), all);
        Set<KnownItem> affected = work.affected(all);
        var join = cues.join(work.episodes(affected));
        affected.addAll(work.rejoined(join));
        List<Evaluated> evaluated = evaluator.evaluate(work, affected, new GuidLedger(stored), join);
        if (!site.knowsItsPast()) {
            List<String> paths =
                    evaluated.stream().map(one -> one.item().document().path()).toList();
            evaluated = Evaluator.withCommits(evaluated, copy.history().lastChanges(head, paths));
        }
        Map<String, List<Finding>> findings = new LinkedHashMap<>(all ? work.misnamed() : Map.of());
        findings.putAll(work.findings());
        findings.putAll(cues.findings());
        var found = new Found(findings, work.across(cues, join));
        return work.plan(evaluated, cues.news(), found, true);
    }
}
