package org.commitcast.ingest.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commitcast.ingest.inbox.WriteBackTimes;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.site.SiteRemoved;
import org.commitcast.ingest.site.SiteSaid;
import org.jspecify.annotations.Nullable;

/** All proposals that are or were open. */
@ApplicationScoped
public class Proposals implements PanacheRepositoryBase<Proposal, Long> {
    private static final String OF_SITE = "site = ?1 and incarnation = ?2";
    private static final String OPEN = OF_SITE + " and state = ?3";

    private final ProposalFindings findings;
    private final WriteBackTimes times;
    private final ProposalConfig config;
    private final Clock clock;

    Proposals(ProposalFindings findings, WriteBackTimes times, ProposalConfig config, Clock clock) {
        this.findings = findings;
        this.times = times;
        this.config = config;
        this.clock = clock;
    }

    /** With which the names of branches begin where a site does not say it. */
    public String branch() {
        return config.branch();
    }

    /** Those of a site that nobody has decided about. */
    @Transactional
    public List<OpenProposal> open(SiteAtWork site) {
        return openOnes(site.name(), site.incarnation()).stream()
                .map(Proposal::open)
                .toList();
    }

    List<Proposal> openOnes(String site, String incarnation) {
        return list(OPEN + " order by id", site, incarnation, ProposalState.OPEN);
    }

    /** The branches that proposals of a site had or have; none of them is used for another one. */
    @Transactional
    public Set<String> usedBranches(SiteAtWork site) {
        Set<String> used = new HashSet<>();
        list(OF_SITE, site.name(), site.incarnation()).forEach(one -> used.add(one.branch()));
        return used;
    }

    /** Notes a branch down before it can be seen. */
    @Transactional
    public OpenProposal begin(NewProposal wanted) {
        var proposal = new Proposal(wanted, clock.instant());
        persistAndFlush(proposal);
        return proposal.open();
    }

    /** Nothing came of it, and nobody has seen it. */
    @Transactional
    public void drop(OpenProposal proposal) {
        delete("id = ?1 and head is null", proposal.id());
    }

    /**
     * Its branch is at this commit, in the caller's transaction.
     *
     * @param base the commit of the base that it goes with; absent where that is as before
     * @param because why the base did not take the links; absent where nobody tried
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void at(OpenProposal proposal, String commit, @Nullable String base, @Nullable String because) {
        findByIdOptional(proposal.id())
                .filter(Proposal::isOpen)
                .ifPresent(one -> one.at(commit, base, because, clock.instant()));
    }

    /** People have decided, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(OpenProposal proposal, ProposalState as) {
        findByIdOptional(proposal.id()).filter(Proposal::isOpen).ifPresent(one -> one.settle(as, clock.instant()));
    }

    /** Nothing is left of it, in the caller's transaction; at its forge it is closed where nobody else has anything there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(OpenProposal proposal, boolean alsoAtForge) {
        findByIdOptional(proposal.id())
                .filter(Proposal::isOpen)
                .ifPresent(one -> one.withdraw(alsoAtForge, clock.instant()));
    }

    /** Whether its branch can be merged as it is, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void contradicts(OpenProposal proposal, @Nullable String how) {
        findByIdOptional(proposal.id()).filter(Proposal::isOpen).ifPresent(one -> one.contradicts(how));
    }

    /** None are written at this site as it is: what is proposed is people's, and nothing of it is reported. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void rest(SiteAtWork site) throws SQLException {
        findings.report(site.name(), site.incarnation(), List.of());
    }

    /** After what time a site's proposals are to be looked at again, and tells what is to be seen to. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public @Nullable Duration nextLook(SiteAtWork site) throws SQLException {
        flush();
        List<Proposal> open = openOnes(site.name(), site.incarnation());
        findings.report(site.name(), site.incarnation(), open);
        return open.stream()
                .map(one -> pause(one.openedAt()))
                .min(Duration::compareTo)
                .orElse(null);
    }

    /** What is open for long is seldom decided within the next minutes. */
    Duration pause(Instant openedAt) {
        Duration part = Duration.between(openedAt, clock.instant()).dividedBy(8);
        Duration least = part.compareTo(config.look()) > 0 ? part : config.look();
        return least.compareTo(config.longestLook()) > 0 ? config.longestLook() : least;
    }

    /** A page of a site's, newest first. */
    List<Proposal> page(String site, String incarnation, long before, int size) {
        return find(OF_SITE + " and id < ?3 and head is not null order by id desc", site, incarnation, before)
                .page(0, size)
                .list();
    }

    Optional<Proposal> locked(long id) {
        return findByIdOptional(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
    }

    void said(@Observes SiteSaid said) throws SQLException {
        // Before the proposals' own rows: rounds of work take rows in this order.
        times.hold(said.site());
        list(OF_SITE + " and (state = ?3 or closing)", said.site(), said.incarnation(), ProposalState.OPEN)
                .forEach(one -> one.again(clock.instant()));
    }

    void removed(@Observes SiteRemoved removal) {
        delete("site = ?1", removal.site().name());
    }
}
