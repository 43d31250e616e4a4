package org.commitcast.ingest.receipt;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.commitcast.ingest.site.SiteLookup;
import org.jboss.resteasy.reactive.RestPath;

/** What is wrong with a site now. */
@Path("/api/v1/sites/{site}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class FindingsResource {
    private static final int PAGE = 100;

    private final FindingLog log;
    private final SiteLookup sites;

    FindingsResource(FindingLog log, SiteLookup sites) {
        this.log = log;
        this.sites = sites;
    }

    @GET
    public FindingPage get(@RestPath String site, @QueryParam("cursor") @DefaultValue("") String cursor)
            throws SQLException {
        return log.page(site, sites.incarnation(site), FindingCursor.parse(cursor), PAGE);
    }
}
