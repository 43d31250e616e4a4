package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.ingest.inbox.SiteClaims;
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.probe.Probes;
import org.commitcast.ingest.publishing.Item.State;
import org.commitcast.ingest.publishing.ReceiptWriting.Baselined;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;
import org.commitcast.ingest.receipt.ImportedEntry;
import org.commitcast.ingest.receipt.Receipts;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.Sites;

/** Carries a plan out: ledger, records, findings and receipts in one transaction, or none of them. */
@ApplicationScoped
class PlanWriter {
    /** An import's receipt has no more: it is a page, and the findings have pages of their own. */
    private static final int MOST_FINDINGS = 500;

    private final Sites sites;
    private final Items items;
    private final Transcripts transcripts;
    private final Outbox outbox;
    private final SiteClaims claims;
    private final WorkQueue work;
    private final FindingLog findings;
    private final Receipts receipts;
    private final Probes probes;
    private final SoftwareVersion software;
    private final Attribution attribution;

    PlanWriter(
            Sites sites,
            Items items,
            Transcripts transcripts,
            Outbox outbox,
            SiteClaims claims,
            WorkQueue work,
            FindingLog findings,
            Receipts receipts,
            Probes probes,
            SoftwareVersion software,
            Attribution attribution) {
        this.attribution = attribution;
        this.probes = probes;
        this.sites = sites;
        this.items = items;
        this.transcripts = transcripts;
        this.outbox = outbox;
        this.claims = claims;
        this.work = work;
        this.findings = findings;
        this.receipts = receipts;
        this.software = software;
    }

    /**
     * Writes it.
     *
     * @throws StaleWorkException where the site has changed since the plan was made, or is somebody else's work now
     */
    @Transactional(rollbackOn = Exception.class)
    void write(Plan plan) throws SQLException, StaleWorkException {
        Site site = current(plan.site());
        boolean imports = plan.completes() && !plan.site().imported();
        boolean redefined = site.define(plan.definition(), plan.explained(), plan.at());
        boolean restated = plan.completes() && site.saidSince();
        if ((redefined || restated) && !imports) {
            outbox.append(site.nextState(plan.at()));
        }
        outbox.append(
                plan.transcripts().stream().map(news -> record(plan, news)).toList());
        var writing = new ItemWriting(plan, site, items, probes);
        for (List<Evaluated> chunk : Readings.chunks(plan.items())) {
            outbox.append(writing.write(chunk));
        }
        if (plan.completes()) {
            site.itemsAre(
                    plan.isWhole()
                            ? items.published(site.name(), site.incarnation())
                            : site.items() + writing.moreOut());
            if (imports) {
                site.imported(plan.head());
                outbox.append(site.nextState(plan.at()));
            }
            site.processed(plan.head(), plan.branch(), plan.site().saidRevision(), software.version());
            work.releaseAt(
                    site.name(), items.nextDue(site.name(), site.incarnation()).orElse(null));
        }
        CommitFindings told = attribution.of(plan);
        writeFindings(plan);
        probes.follow(site.name(), site.incarnation(), plan.probing(), plan.audio());
        if (plan.completes()) {
            items.flush();
            probes.prune(site.name(), site.incarnation(), plan.among());
        }
        ReceiptWriting receipt =
                new ReceiptWriting(plan, writing.written(), told, plan.tellsOfBaseline() ? baselined(site) : null);
        receipts.write(site.name(), site.incarnation(), receipt.entries());
        receipts.further(site.name(), site.incarnation(), receipt.further());
    }

    private Baselined baselined(Site site) throws SQLException {
        String name = site.name();
        String life = site.incarnation();
        var counts = new ImportedEntry(
                items.count(name, life, State.PUBLISHED),
                items.count(name, life, State.HELD),
                items.count(name, life, State.WAITING),
                items.count(name, life, State.HIDDEN),
                findings.count(name, life, "error"),
                findings.count(name, life, "warning"),
                site.sequence());
        return new Baselined(counts, findings.standing(name, life, MOST_FINDINGS));
    }

    /**
     * An import begins, or begins again with other rules or other software: what is there of it is to be read anew.
     *
     * @throws StaleWorkException where the site has changed since
     */
    @Transactional(rollbackOn = Exception.class)
    void beginImport(SiteAtWork atWork, String commit) throws SQLException, StaleWorkException {
        current(atWork).importing(commit, atWork.saidRevision(), software.version());
        items.readAnew(atWork.name(), atWork.incarnation());
    }

    /** There was nothing to do but to wait for what is due next. */
    @Transactional(rollbackOn = Exception.class)
    void nothing(SiteAtWork site) throws SQLException {
        work.releaseAt(
                site.name(), items.nextDue(site.name(), site.incarnation()).orElse(null));
    }

    /** The baseline of an empty repository. */
    @Transactional(rollbackOn = Exception.class)
    void writeEmpty(SiteAtWork atWork, String branch, Instant now) throws SQLException, StaleWorkException {
        Site site = current(atWork);
        site.imported(null);
        site.processed(null, branch, atWork.saidRevision(), software.version());
        outbox.append(site.nextState(now));
    }

    private Site current(SiteAtWork atWork) throws SQLException, StaleWorkException {
        Site site = sites.locked(atWork.name())
                .filter(one -> one.incarnation().equals(atWork.incarnation()))
                .orElseThrow(() -> new StaleWorkException("the site was removed"));
        boolean same = site.saidRevision() == atWork.saidRevision()
                && Objects.equals(site.processedCommit(), atWork.processed())
                && site.imported() == atWork.imported();
        if (!same || !claims.isHeldBy(atWork.name(), atWork.holder())) {
            throw new StaleWorkException("the site changed while it was read");
        }
        return site;
    }

    private TranscriptState record(Plan plan, TranscriptNews news) {
        SiteAtWork site = plan.site();
        KnownTranscript known = transcripts
                .findByIdOptional(news.contentId())
                .orElseGet(() -> new KnownTranscript(news.contentId(), site.name(), site.incarnation()));
        TranscriptState state = new TranscriptState(
                site.name(),
                site.incarnation(),
                news.contentId(),
                known.revision() + 1,
                news.path(),
                news.withdrawn(),
                news.language(),
                news.cues(),
                plan.at());
        known.recorded(state, news.blob(), news.episodePath());
        transcripts.persist(known);
        return state;
    }

    private void writeFindings(Plan plan) throws SQLException {
        SiteAtWork site = plan.site();
        List<Finding> all =
                plan.findings().values().stream().flatMap(List::stream).toList();
        findings.replace(
                site.name(),
                site.incarnation(),
                Origin.READING,
                List.copyOf(plan.findings().keySet()),
                all);
        findings.replaceAll(site.name(), site.incarnation(), Origin.SHARED, plan.sharedFindings());
        Set<String> among = plan.among();
        if (plan.completes() && among != null) {
            findings.replace(site.name(), site.incarnation(), Origin.ACROSS, List.copyOf(among), plan.across());
        } else if (plan.completes()) {
            findings.replaceAll(site.name(), site.incarnation(), Origin.ACROSS, plan.across());
        }
    }
}
