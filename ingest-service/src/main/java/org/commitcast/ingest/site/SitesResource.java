package org.commitcast.ingest.site;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.inbox.OwnSource;
import org.commitcast.ingest.inbox.WorkQueue;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Sites over REST. */
@Path("/api/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class SitesResource {
    private static final int PAGE = 100;
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final Sites sites;
    private final SiteRegistry registry;
    private final Inbox inbox;
    private final WorkQueue work;
    private final SiteConfig config;
    private final CaughtUp caughtUp;

    SitesResource(
            Sites sites, SiteRegistry registry, Inbox inbox, WorkQueue work, SiteConfig config, CaughtUp caughtUp) {
        this.sites = sites;
        this.registry = registry;
        this.inbox = inbox;
        this.work = work;
        this.config = config;
        this.caughtUp = caughtUp;
    }

    /** A page of sites; {@code next} is the cursor of the following one. */
    record Page(List<SiteView> sites, @Nullable String next) {}

    @GET
    @Transactional
    public Page list(@QueryParam("cursor") @DefaultValue("") String cursor) throws SQLException {
        List<Site> found = sites.page(cursor, PAGE);
        List<SiteView> views = new ArrayList<>();
        for (Site site : found) {
            views.add(view(site));
        }
        return new Page(views, found.size() < PAGE ? null : found.get(PAGE - 1).name());
    }

    @PUT
    @Path("{site}")
    public Response put(@RestPath String site, @Nullable Map<String, @Nullable Object> definition) throws SQLException {
        if (!site.matches(Site.NAME)) {
            throw Problem.badRequest(
                    "Invalid name", "A site's name is lower-case letters, digits and hyphens, at most 63.");
        }
        if (definition == null) {
            throw Problem.badRequest("Invalid site", "The body is missing.");
        }
        awaitCaughtUp();
        boolean isNew = registry.put(site, definition);
        return Response.status(isNew ? 201 : 200).entity(get(site)).build();
    }

    @GET
    @Path("{site}")
    @Transactional
    public SiteView get(@RestPath String site) throws SQLException {
        return view(registered(site));
    }

    @DELETE
    @Path("{site}")
    public void delete(@RestPath String site) throws SQLException {
        awaitCaughtUp();
        if (!registry.remove(site)) {
            throw unknown(site);
        }
    }

    @POST
    @Path("{site}/sync")
    @Transactional
    public Response sync(@RestPath String site) throws SQLException {
        inbox.put(Arrival.own(registered(site).name(), OwnSource.SYNC));
        return Response.accepted().build();
    }

    /** A store that does not know yet what it told the world must not begin another life of a site. */
    private void awaitCaughtUp() {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        while (!caughtUp.isCaughtUp()) {
            if (System.nanoTime() - deadline > 0) {
                throw Problem.unavailable("The service has not read its own topics yet.", Duration.ofSeconds(2));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Site registered(String site) {
        return sites.registered(site).orElseThrow(() -> unknown(site));
    }

    private static Problem unknown(String site) {
        return Problem.notFound("There is no site " + site + ".");
    }

    private SiteView view(Site site) throws SQLException {
        String webhook = WebhookAddress.of(
                config.publicUrl(), site.name(), site.definition().repository());
        return SiteView.of(site, work.state(site.name()), webhook);
    }
}
