package org.commitcast.ingest.receipt;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.commitcast.ingest.site.SiteLookup;
import org.jboss.resteasy.reactive.RestPath;

/** What is wrong with a site now. */
@Path("/api/v1/sites/{site}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class FindingsResource {
    private static final int MOST = 1000;

    private final FindingLog log;
    private final SiteLookup sites;

    FindingsResource(FindingLog log, SiteLookup sites) {
        this.log = log;
        this.sites = sites;
    }

    record Findings(List<FindingView> findings) {}

    @GET
    public Findings get(@RestPath String site) throws SQLException {
        return new Findings(log.of(site, sites.incarnation(site), MOST));
    }
}
