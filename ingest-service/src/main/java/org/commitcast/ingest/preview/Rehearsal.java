package org.commitcast.ingest.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.adoption.Adoption;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.Merge;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.checkout.ScratchCopies;
import org.commitcast.ingest.publishing.Previews;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.publishing.SitesAtWork;
import org.commitcast.ingest.publishing.SitesAtWork.Job;

/** Merges a reference into what is published, in a copy to throw away, and looks what would come of it. */
@ApplicationScoped
class Rehearsal {
    private final SitesAtWork sites;
    private final ScratchCopies copies;
    private final Adoption adoption;
    private final Previews previews;

    Rehearsal(SitesAtWork sites, ScratchCopies copies, Adoption adoption, Previews previews) {
        this.adoption = adoption;
        this.sites = sites;
        this.copies = copies;
        this.previews = previews;
    }

    PreviewView of(String name, String ref) throws IOException, SQLException, RepositoryUnavailableException {
        Job job = sites.find(name, "").orElseThrow(() -> Problem.notFound("There is no site " + name + "."));
        SiteAtWork site = job.site().adopting(adoption.open(job.site())::guidOf);
        if (!site.imported()) {
            throw Problem.conflict("Not imported", "The site " + name + " is not imported yet.");
        }
        try (ScratchCopies.Scratch scratch = copies.beside(site.incarnation())) {
            LocalCopy copy = scratch.copy();
            String published = site.processed();
            if (published != null && !copy.has(published)) {
                copy.fetch(job.access(), job.knownBranch());
            }
            String commit = copy.fetchAny(job.access(), ref)
                    .orElseThrow(() -> Problem.notFound("The repository of " + name + " has no " + ref + "."));
            // After a forced push the published commit may be nowhere: then the whole tree is compared.
            Merge merge = published != null && copy.has(published)
                    ? copy.merge(published, commit)
                    : Merge.nothingWith(commit);
            Optional<String> merged = merge.commit();
            if (merged.isEmpty()) {
                return PreviewView.contradicting(name, ref, commit, published, merge.conflicts());
            }
            String branch = job.knownBranch().orElse("main");
            return PreviewView.of(name, ref, commit, published, previews.of(site, copy, merged.get(), branch));
        }
    }
}
