package org.commitcast.ingest.processing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.commitcast.ingest.adoption.Adoption;
import org.commitcast.ingest.adoption.AdoptionFailedException;
import org.commitcast.ingest.checkout.Fetched;
import org.commitcast.ingest.checkout.LocalCopies;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.publishing.Baseline;
import org.commitcast.ingest.publishing.Publisher;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.publishing.SitesAtWork;
import org.commitcast.ingest.publishing.SitesAtWork.Job;
import org.commitcast.ingest.publishing.StaleWorkException;
import org.commitcast.ingest.writeback.WriteBack;

/**
 * One round of work on a site, whatever woke it: fetch, publish what differs, write links back. A round depends on
 * nothing but the repository and the store, so that it can be cut off and begun again anywhere.
 */
@ApplicationScoped
class SiteProcessing {
    private final SitesAtWork sites;
    private final Inbox inbox;
    private final WorkQueue work;
    private final LocalCopies copies;
    private final Fetches fetches;
    private final Baseline baseline;
    private final Publisher publisher;
    private final Adoption adoption;
    private final WriteBack writeBack;
    private final Semaphore readers;
    /** Between its parts an import lets others read, but what it keeps it keeps. */
    private final Semaphore imports;

    SiteProcessing(
            SitesAtWork sites,
            Inbox inbox,
            WorkQueue work,
            LocalCopies copies,
            Fetches fetches,
            Baseline baseline,
            Publisher publisher,
            Adoption adoption,
            WriteBack writeBack,
            ProcessingConfig config) {
        this.sites = sites;
        this.inbox = inbox;
        this.work = work;
        this.copies = copies;
        this.fetches = fetches;
        this.baseline = baseline;
        this.publisher = publisher;
        this.adoption = adoption;
        this.writeBack = writeBack;
        this.readers = new Semaphore(config.readers(), true);
        this.imports = new Semaphore(config.imports(), true);
    }

    /**
     * Brings a site up to its repository.
     *
     * @throws RepositoryUnavailableException where it has to be tried again later
     * @throws AdoptionFailedException likewise
     * @throws StaleWorkException where it has to be tried again at once
     */
    void run(String site, String holder)
            throws SQLException, IOException, RepositoryUnavailableException, AdoptionFailedException,
                    StaleWorkException {
        Inbox.Seen seen = inbox.seen(site);
        Optional<Job> job = sites.find(site, holder);
        if (job.isEmpty()) {
            work.remove(site);
            return;
        }
        try (LocalCopy copy = copies.openToFetch(job.get().site().incarnation())) {
            bringUp(job.get(), copy);
            writeBack(job.get(), copy);
        }
        inbox.settle(site, seen);
    }

    /**
     * Publishes what is due by its date, from what was fetched before.
     *
     * @throws StaleWorkException where it has to be tried again at once
     */
    void release(String site, String holder) throws SQLException, IOException, StaleWorkException {
        Optional<Job> job = sites.find(site, holder);
        if (job.isPresent()) {
            try (LocalCopy copy = copies.openToFetch(job.get().site().incarnation())) {
                publishWhatIsDue(job.get(), copy);
            }
        }
    }

    private void writeBack(Job job, LocalCopy copy)
            throws SQLException, IOException, RepositoryUnavailableException, AdoptionFailedException,
                    StaleWorkException {
        WriteBack.Next next = WriteBack.Next.AGAIN;
        for (int tries = 0; next == WriteBack.Next.AGAIN && tries < writeBack.tries(); tries++) {
            Optional<Job> now = sites.find(job.site().name(), job.site().holder());
            if (now.isEmpty()) {
                return;
            }
            next = writeBack.tryOnce(now.get(), copy, tries + 1 == writeBack.tries());
            if (next != WriteBack.Next.NOTHING) {
                bringUp(now.get(), copy);
            }
        }
        if (next == WriteBack.Next.AGAIN) {
            writeBack.postpone(job.site().name());
        }
    }

    private void bringUp(Job job, LocalCopy copy)
            throws SQLException, RepositoryUnavailableException, AdoptionFailedException, StaleWorkException {
        publishWhatIsDue(job, copy);
        Fetched fetched = fetches.fetch(job, copy, () -> publishWhatIsDue(job, copy));
        String head = fetched.head();
        if (!job.site().imported()) {
            importInTurn(job, copy, fetched);
        } else if (head != null) {
            readers.acquireUninterruptibly();
            try {
                publish(job.site(), copy, head, fetched.branch());
            } finally {
                readers.release();
            }
        }
        work.fetched(job.site().name(), head);
    }

    private void importInTurn(Job job, LocalCopy copy, Fetched fetched)
            throws SQLException, RepositoryUnavailableException, AdoptionFailedException, StaleWorkException {
        imports.acquireUninterruptibly();
        try {
            if (fetched.head() != null) {
                // From its own server, which may be slow: nobody who reads is to wait for it.
                adoption.begin(job.site());
            }
            readers.acquireUninterruptibly();
            try {
                importBaseline(job, copy, fetched);
            } finally {
                readers.release();
            }
        } finally {
            imports.release();
        }
    }

    /** It waits for no forge that is slow or away. */
    private void publishWhatIsDue(Job job, LocalCopy copy) throws SQLException, StaleWorkException {
        String processed = job.site().processed();
        if (processed != null && publisher.isAnyDue(job.site()) && copy.has(processed)) {
            readers.acquireUninterruptibly();
            try {
                publish(job.site(), copy, processed, job.knownBranch().orElse(job.publishedBranch()));
                if (job.knownBranch().isEmpty()) {
                    // Its repository is still to be asked: it may have another one by now.
                    sites.forgetBranch(job.site().name());
                }
            } finally {
                readers.release();
            }
        }
    }

    /** Whoever waits to read is let in between two parts of something large. */
    private void giveWay() {
        readers.release();
        readers.acquireUninterruptibly();
    }

    private void publish(SiteAtWork site, LocalCopy copy, String commit, String branch)
            throws SQLException, StaleWorkException {
        var feed = adoption.open(site);
        publisher.publish(site.adopting(feed::guidOf), copy, commit, branch);
        if (!feed.isEmpty()) {
            adoption.report(site);
        }
    }

    private void importBaseline(Job job, LocalCopy copy, Fetched fetched)
            throws SQLException, RepositoryUnavailableException, AdoptionFailedException, StaleWorkException {
        SiteAtWork site = job.site();
        String head = fetched.head();
        if (head == null) {
            baseline.importNothing(site, fetched.branch());
            return;
        }
        String begun = job.importingCommit();
        String commit = begun != null && copy.has(begun) ? begun : head;
        baseline.importTree(site.adopting(adoption.open(site)::guidOf), copy, commit, fetched.branch(), this::giveWay);
        adoption.report(site);
        if (!commit.equals(head)) {
            Optional<Job> imported = sites.find(site.name(), site.holder());
            if (imported.isPresent()) {
                publish(imported.get().site(), copy, head, fetched.branch());
            }
        }
    }
}
