package org.commitcast.ingest.receipt;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.site.SiteLookup;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Renews or takes back the address of a receipt's page. */
@Path("/api/v1/sites/{site}/commits/{commit}/page")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class PageAddressResource {
    private final ReceiptPages pages;
    private final SiteLookup sites;
    private final Event<ReceiptsChanged> changed;

    PageAddressResource(ReceiptPages pages, SiteLookup sites, Event<ReceiptsChanged> changed) {
        this.pages = pages;
        this.sites = sites;
        this.changed = changed;
    }

    record Page(URI page) {}

    @POST
    @Transactional(rollbackOn = Exception.class)
    public Page renew(@RestPath String site, @RestPath String commit) throws SQLException {
        String token = ReceiptPages.freshToken();
        replace(site, commit, token);
        return new Page(pages.url(token));
    }

    @DELETE
    @Transactional(rollbackOn = Exception.class)
    public void revoke(@RestPath String site, @RestPath String commit) throws SQLException {
        replace(site, commit, null);
    }

    private void replace(String site, String commit, @Nullable String token) throws SQLException {
        String incarnation = sites.incarnation(site);
        if (!pages.replace(site, incarnation, commit, token)) {
            throw Problem.notFound("The commit " + commit + " of " + site + " has no receipt.");
        }
        changed.fire(new ReceiptsChanged(site, incarnation, List.of(commit)));
    }
}
