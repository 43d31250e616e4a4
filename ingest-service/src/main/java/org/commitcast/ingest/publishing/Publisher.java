package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.KnownItem;

/**
 * Publishes what a branch became. Identities are walked commit by commit; documents are read and published once, as
 * they are at the head, so that nobody hears of a state that a later commit of the same push has corrected.
 */
@ApplicationScoped
public class Publisher {
    private final Items items;
    private final Transcripts transcripts;
    private final Evaluator evaluator;
    private final PlanWriter writer;
    private final Clock clock;

    Publisher(Items items, Transcripts transcripts, Evaluator evaluator, PlanWriter writer, Clock clock) {
        this.items = items;
        this.transcripts = transcripts;
        this.evaluator = evaluator;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Brings the published state of an imported site to a commit.
     *
     * @throws StaleWorkException where the site changed meanwhile
     */
    public void publish(SiteAtWork site, LocalCopy copy, String head, String branch)
            throws SQLException, StaleWorkException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var stored = items.lines(site.name(), site.incarnation());
        boolean made = site.sameDefinition() && site.sameSoftware();
        boolean due = stored.stream().anyMatch(line -> line.isDue(now));
        if (head.equals(site.processed()) && made && !due) {
            writer.nothing(site);
            return;
        }
        var work = new AtHead(site, copy, head, branch, stored, now);
        if (site.knowsItsPast()) {
            work.walk.through(copy.history().steps(site.processed(), head), site.processed());
        }
        boolean all = !site.knowsItsPast() || !made || work.walk.sharedChanged();
        if (all) {
            work.walk.settle(work.tree);
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
        writer.write(work.plan(evaluated, cues.news(), found, true));
    }
}
