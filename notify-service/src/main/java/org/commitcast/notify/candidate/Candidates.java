package org.commitcast.notify.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.notify.address.AddressMatch;
import org.commitcast.notify.address.ItemAddresses;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.discussion.DiscussedItem;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Decides about threads that sources gave for an item. */
@ApplicationScoped
public class Candidates {
    private final CandidateRows rows;
    private final Discussions discussions;
    private final Items items;
    private final Sites sites;
    private final Policies policies;
    private final DatabaseTime time;

    Candidates(
            CandidateRows rows,
            Discussions discussions,
            Items items,
            Sites sites,
            Policies policies,
            DatabaseTime time) {
        this.rows = rows;
        this.discussions = discussions;
        this.items = items;
        this.sites = sites;
        this.policies = policies;
        this.time = time;
    }

    /** Whether threads of a source are looked for at all. */
    public boolean wants(SiteDefinition site, String source) {
        return policy(site, source) != Policy.NEVER;
    }

    /**
     * Takes in what a source gave for one of an item's addresses, in the caller's transaction; what was decided before
     * stays so.
     *
     * @param proposal under which the links of what is accepted are proposed; absent where the site's own way of writing
     *     them counts
     */
    public List<Judged> take(ContentSnapshot item, String source, List<FoundThread> found, @Nullable String proposal) {
        List<Hit> hits = hits(item, found);
        if (policy(item.site(), source) == Policy.NEVER || hits.stream().noneMatch(Hit::fits)) {
            // As most searches end: nobody's threads are locked for that.
            return hits.stream().map(Hit::dropped).toList();
        }
        DiscussedItem discussed = DiscussedItem.of(item);
        List<Judged> judged = judge(item, source, hits, discussions.locked(discussed));
        store(discussed, source, judged);
        discussions.describe(discussed, threads(judged, Verdict.KNOWN));
        List<FoundThread> accepted = threads(judged, Verdict.ACCEPTED);
        if (!accepted.isEmpty()) {
            discussions.accept(discussed, source, accepted, proposal);
        }
        return judged;
    }

    /** The same without anything coming of it. */
    @Transactional
    public List<Judged> judge(ContentSnapshot item, String source, List<FoundThread> found) {
        DiscussionState nothing =
                new DiscussionState(item.site(), item.incarnation(), item.contentId(), 0, List.of(), item.occurredAt());
        return judge(
                item,
                source,
                hits(item, found),
                discussions.of(item.contentId()).orElse(nothing));
    }

    /** A thread and what of the item it is about, if anything. */
    private record Hit(FoundThread thread, @Nullable AddressMatch match) {
        boolean fits() {
            return match != null;
        }

        Judged dropped() {
            return new Judged(thread, 0, List.of("about something else"), Verdict.DROPPED);
        }
    }

    private static List<Hit> hits(ContentSnapshot item, List<FoundThread> found) {
        ItemAddresses addresses = ItemAddresses.all(item);
        Map<UUID, Hit> hits = new LinkedHashMap<>();
        for (FoundThread thread : found) {
            // A source may give one thread twice.
            hits.putIfAbsent(
                    ThreadId.of(item.contentId(), thread.sameAs() == null ? thread.url() : thread.sameAs()),
                    new Hit(thread, addresses.match(thread.about()).orElse(null)));
        }
        return List.copyOf(hits.values());
    }

    private List<Judged> judge(ContentSnapshot item, String source, List<Hit> hits, DiscussionState state) {
        Policy policy = policy(item.site(), source);
        List<FoundThread> found =
                hits.stream().filter(Hit::fits).map(Hit::thread).toList();
        Verdicts verdicts = new Verdicts(policy, policies.limits(), state, rows.of(item.contentId(), found));
        return hits.stream()
                .map(hit -> hit.match() == null
                        ? hit.dropped()
                        : verdicts.on(hit.thread(), score(item, source, hit.thread(), hit.match())))
                .sorted(Judged.BEST_FIRST)
                .toList();
    }

    private static List<FoundThread> threads(List<Judged> judged, Verdict verdict) {
        return judged.stream()
                .filter(one -> one.verdict() == verdict)
                .map(Judged::thread)
                .toList();
    }

    private Score score(ContentSnapshot item, String source, FoundThread thread, AddressMatch match) {
        boolean takenOver =
                match.kind() == AddressMatch.Kind.EARLIER_PAGE && items.isPageOfAnother(item, match.address());
        return Scoring.of(item, thread, match, takenOver, rows.authorship(item, source, thread));
    }

    private void store(DiscussedItem item, String source, List<Judged> judged) {
        KnownCandidates known =
                rows.of(item.contentId(), judged.stream().map(Judged::thread).toList());
        Instant now = time.now();
        for (Judged one : judged) {
            Optional<CandidateState> decided = decided(one.verdict());
            known.of(one.thread())
                    .ifPresentOrElse(
                            row -> store(row, one, decided, now),
                            () -> decided.ifPresent(
                                    state -> rows.persist(new CandidateRow(item, source, one, state, now))));
        }
    }

    private static void store(CandidateRow row, Judged one, Optional<CandidateState> decided, Instant now) {
        Optional<CandidateState> news = decided.filter(state -> state != row.state);
        news.filter(state -> state == CandidateState.PROPOSED).ifPresent(state -> row.become(state, now));
        row.saw(one);
        news.ifPresent(state -> row.become(state, now));
    }

    private static Optional<CandidateState> decided(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> Optional.of(CandidateState.ACCEPTED);
            case PROPOSED -> Optional.of(CandidateState.PROPOSED);
            case KNOWN, REJECTED, DROPPED -> Optional.empty();
        };
    }

    private Policy policy(String site, String source) {
        return sites.findByIdOptional(site)
                .map(SiteRow::definition)
                .map(definition -> policy(definition, source))
                .orElseGet(() -> policies.of(source));
    }

    private Policy policy(SiteDefinition site, String source) {
        DiscussionDefinition said = site.discussions();
        String own = said == null ? null : said.policy().get(source);
        return own == null ? policies.of(source) : Policy.named(own).orElseGet(() -> policies.of(source));
    }
}
