package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.Step;
import org.commitcast.ingest.identity.KnownItem;

/** Works out what a commit would make of an imported site; changes nothing. */
@ApplicationScoped
class Planning {
    private final Stored stored;
    private final Transcripts transcripts;
    private final KnownRules rules;
    private final Evaluator evaluator;

    Planning(Stored stored, Transcripts transcripts, KnownRules rules, Evaluator evaluator) {
        this.stored = stored;
        this.transcripts = transcripts;
        this.rules = rules;
        this.evaluator = evaluator;
    }

    /** Also says which rules the files were read with. */
    Planned plan(SiteAtWork site, LocalCopy copy, String head, String branch, Instant now) {
        String processed = site.processed();
        // What a forced branch left out cannot be told from its new commits where the old ones are not here.
        boolean lost = processed != null && !copy.has(processed);
        if (lost) {
            rules.forget(site);
        }
        List<Step> steps = site.knowsItsPast() ? copy.history().steps(site.processed(), head) : List.of();
        var readings = new Readings(copy, rules.at(site, copy.tree(head), steps));
        boolean made = site.sameDefinition() && site.sameSoftware();
        boolean all = !site.knowsItsPast()
                || lost
                || !made
                || Walk.changeShared(steps, copy, readings.reader())
                || Walk.regroup(steps, copy.tree(head), readings.reader());
        Concerned concerned = all ? stored.all(site) : stored.concernedBy(site, readings, steps, now);
        var work = new AtHead(site, copy, head, branch, readings, concerned.lines(), now);
        work.walk.through(steps, site.processed());
        if (all) {
            work.walk.settle(work.tree, Set.of());
        }
        var cues = concerned.isWhole()
                ? TranscriptWork.at(work, transcripts.of(site.name(), site.incarnation()), all)
                : TranscriptWork.none();
        Set<KnownItem> affected = work.affected(all);
        var join = cues.join(cues.isEmpty() ? List.of() : work.episodes(affected));
        affected.addAll(work.rejoined(join));
        var guids = new GuidLedger(concerned.isWhole() ? concerned.lines() : stored.claimed(work, affected));
        List<Evaluated> evaluated = evaluator.evaluate(work, affected, guids, join);
        if (!site.knowsItsPast()) {
            List<String> paths =
                    evaluated.stream().map(one -> one.item().document().path()).toList();
            evaluated = Evaluator.withCommits(evaluated, copy.history().lastChanges(head, paths));
        }
        Map<String, List<Finding>> findings = new LinkedHashMap<>(all ? work.misnamed() : Map.of());
        findings.putAll(work.findings());
        findings.putAll(cues.findings());
        var across = work.across(cues, join, concerned::hasAudio);
        var found = new Found(findings, across, concerned.isWhole() ? null : among(work, concerned));
        return new Planned(work.plan(evaluated, cues.news(), found, true), readings.rules());
    }

    /** What changed, and all that has the same audio. */
    private static Set<String> among(AtHead work, Concerned concerned) {
        Set<String> among = new LinkedHashSet<>(work.walk.changedPaths());
        among.addAll(work.audio.addresses(concerned::hasAudio).keySet());
        return among;
    }
}
