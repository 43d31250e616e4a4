package org.commitcast.ingest.proposal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.forge.ForgePlaces;
import org.commitcast.ingest.receipt.ReceiptPages;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.SiteSecrets;
import org.commitcast.ingest.site.Sites;
import org.commitcast.ingest.site.Statements;
import org.commitcast.ingest.site.WriteBackStatement.ProposalStatement;
import org.jspecify.annotations.Nullable;

/** What pull requests are to say, and where they go. */
@ApplicationScoped
class ProposalWishes {
    private final Sites sites;
    private final Statements statements;
    private final SiteSecrets secrets;
    private final ForgePlaces places;
    private final ProposalQueue queue;
    private final ReceiptPages pages;
    private final ProposalConfig config;

    ProposalWishes(
            Sites sites,
            Statements statements,
            SiteSecrets secrets,
            ForgePlaces places,
            ProposalQueue queue,
            ReceiptPages pages,
            ProposalConfig config) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
        this.places = places;
        this.queue = queue;
        this.pages = pages;
        this.config = config;
    }

    /**
     * A pull request and where it goes.
     *
     * @param byHand where a person may open it, if that can be told
     */
    record Wish(PullWish pull, ForgePlaces.Found found, Optional<String> byHand) {}

    private record Owner(ProposalStatement said, GitAccess access, @Nullable String token) {
        @Override
        public String toString() {
            return access.toString();
        }
    }

    /** Nothing where the site is gone, or nothing is to be written there. Outside of any transaction, because an App may have to ask for a token first. */
    Optional<Wish> of(ProposalTask task) throws SQLException {
        Optional<Owner> owner = QuarkusTransaction.requiringNew().call(() -> sites.registered(task.site())
                .filter(site -> site.incarnation().equals(task.incarnation()))
                .filter(site ->
                        task.closing() || statements.of(site).writeBack().enabled())
                .map(this::owner));
        return owner.isEmpty() ? Optional.empty() : Optional.of(wish(task, owner.get()));
    }

    private Owner owner(Site site) {
        return new Owner(
                statements.of(site).writeBack().proposal(),
                secrets.access(site),
                secrets.proposalToken(site).orElse(null));
    }

    private Wish wish(ProposalTask task, Owner owner) throws SQLException {
        ProposalStatement said = owner.said();
        Optional<String> receipt = task.baseCommit() == null
                ? Optional.empty()
                : pages.of(task.site(), task.incarnation(), task.baseCommit()).map(String::valueOf);
        var pull = new PullWish(
                task.branch(),
                task.base(),
                Optional.ofNullable(said.title()).orElse(config.title()),
                PullTexts.body(Optional.ofNullable(said.body()).orElse(config.body()), queue.links(task), receipt));
        var found = places.find(new ForgePlaces.Said(
                "writeBack.proposal", owner.access(), said.forge(), said.api(), said.repository(), owner.token()));
        return new Wish(
                pull,
                found,
                PullApis.byHand(said.forge(), owner.access().address().uri(), pull));
    }
}
