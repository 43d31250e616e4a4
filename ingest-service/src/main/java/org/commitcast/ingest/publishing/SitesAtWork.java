package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.SiteSecrets;
import org.commitcast.ingest.site.Sites;
import org.commitcast.ingest.site.Statements;
import org.jspecify.annotations.Nullable;

/** Looks up what work on a site needs to know of it. */
@ApplicationScoped
public class SitesAtWork {
    private final Sites sites;
    private final Statements statements;
    private final SiteSecrets secrets;
    private final SoftwareVersion software;

    SitesAtWork(Sites sites, Statements statements, SiteSecrets secrets, SoftwareVersion software) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
        this.software = software;
    }

    /** A site as it is now; nothing where it was removed. */
    @Transactional
    public Optional<Job> find(String name, String holder) {
        return sites.registered(name).map(site -> job(site, holder));
    }

    /** The repository has another default branch now: the next round of work looks for it. */
    @Transactional
    public void forgetBranch(String name) {
        sites.locked(name).ifPresent(Site::forgetBranch);
    }

    private Job job(Site site, String holder) {
        var atWork = new SiteAtWork(
                site.name(),
                site.incarnation(),
                holder,
                site.saidRevision(),
                statements.of(site),
                site.processedCommit(),
                site.branch(),
                site.imported(),
                site.importCommit(),
                site.definition().discussionKeys().values(),
                !site.saidSince(),
                site.isMadeBy(software.version()),
                AdoptedGuids.NONE);
        // A branch that its owner named anew is not the one that was found before.
        // The one of an empty repository was a guess.
        boolean found = site.imported() && site.processedCommit() != null;
        Optional<String> known = found ? Optional.ofNullable(site.branch()) : Optional.empty();
        return new Job(atWork, secrets.access(site), known, site.definition().branch(), site.importingCommit());
    }

    /**
     * A site and how to reach its repository.
     *
     * @param knownBranch the default branch that was found before
     * @param publishedBranch what the published state is said to be of
     * @param importingCommit towards which an import was begun
     */
    public record Job(
            SiteAtWork site,
            GitAccess access,
            Optional<String> knownBranch,
            String publishedBranch,
            @Nullable String importingCommit) {}
}
