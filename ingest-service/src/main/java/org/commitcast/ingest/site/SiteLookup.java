package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.commitcast.adminapi.problem.Problem;

/** Sites by the names that people ask for. */
@ApplicationScoped
public class SiteLookup {
    private final Sites sites;

    SiteLookup(Sites sites) {
        this.sites = sites;
    }

    /**
     * The present life of a site.
     *
     * @throws Problem where there is no such site
     */
    @Transactional
    public String incarnation(String site) {
        return sites.registered(site)
                .map(Site::incarnation)
                .orElseThrow(() -> Problem.notFound("There is no site " + site + "."));
    }

    /** The branch that is followed, as long as one is known. */
    @Transactional
    public String branch(String site) {
        return sites.registered(site).map(Site::branch).orElse("its default branch");
    }
}
