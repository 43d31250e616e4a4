package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.site.SiteLookup;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A site's proposals over REST, newest first. */
@Path("/api/v1/sites/{site}/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ProposalsResource {
    private static final int PAGE = 100;

    private final Proposals proposals;
    private final SiteLookup sites;

    ProposalsResource(Proposals proposals, SiteLookup sites) {
        this.proposals = proposals;
        this.sites = sites;
    }

    /** A page; {@code next} is the cursor of the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ProposalView> proposals, @Nullable String next) {}

    /**
     * A proposal.
     *
     * @param name what its links have in common; absent where that is the site alone
     * @param base into which it is to be merged
     * @param commit the branch's newest one that we know
     * @param url of the pull or merge request
     * @param problem why it cannot be merged, why there is no request for it, or why nobody knows what became of it
     * @param because why the base did not take the links itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalView(
            long id,
            @Nullable String name,
            String branch,
            String base,
            ProposalState state,
            @Nullable String commit,
            @Nullable String url,
            @Nullable String problem,
            @Nullable String because,
            Instant openedAt,
            @Nullable Instant settledAt) {

        static ProposalView of(Proposal one) {
            return new ProposalView(
                    one.id(),
                    one.name().isEmpty() ? null : one.name(),
                    one.branch(),
                    one.base(),
                    one.state(),
                    one.head(),
                    one.url(),
                    one.contradiction() == null ? one.problem() : one.contradiction(),
                    one.because(),
                    one.openedAt(),
                    one.settledAt());
        }
    }

    @GET
    @Transactional
    public Page list(@RestPath String site, @QueryParam("cursor") @DefaultValue("") String cursor) {
        List<Proposal> found = proposals.page(site, sites.incarnation(site), before(cursor), PAGE);
        String next =
                found.size() < PAGE ? null : String.valueOf(found.get(PAGE - 1).id());
        return new Page(found.stream().map(ProposalView::of).toList(), next);
    }

    private static long before(String cursor) {
        if (cursor.isEmpty()) {
            return Long.MAX_VALUE;
        } else if (!cursor.matches("\\d{1,18}")) {
            throw Problem.badRequest("Invalid parameter", "'cursor' must be what 'next' said.");
        }
        return Long.parseLong(cursor);
    }
}
