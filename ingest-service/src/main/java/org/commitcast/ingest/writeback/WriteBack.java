package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.NewCommit;
import org.commitcast.ingest.checkout.PushOutcome;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.inbox.WriteBackTimes;
import org.commitcast.ingest.publishing.Items;
import org.commitcast.ingest.publishing.KnownRules;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.publishing.SitesAtWork.Job;
import org.commitcast.ingest.site.SiteStatement.WriteBackStatement;
import org.jboss.logging.Logger;

/**
 * Writes discussion links into documents: worked out from the head that was just published, found there by content id,
 * one commit for all of a site's links, pushed without force.
 */
@ApplicationScoped
public class WriteBack {
    private static final Logger LOG = Logger.getLogger(WriteBack.class);

    private final Links links;
    private final Items items;
    private final KnownRules rules;
    private final WriteBackTimes times;
    private final WriteBackConfig config;
    private final Clock clock;

    WriteBack(Links links, Items items, KnownRules rules, WriteBackTimes times, WriteBackConfig config, Clock clock) {
        this.rules = rules;
        this.links = links;
        this.items = items;
        this.times = times;
        this.config = config;
        this.clock = clock;
    }

    /** What is to be done after a try. */
    public enum Next {
        /** Nothing is left to be written. */
        NOTHING,
        /** Our commit is the head now: it is to be taken in like any other. */
        TAKE_IN,
        /** The branch has moved on: it is to be taken in, and then tried again. */
        AGAIN
    }

    /** The branch moved each time. */
    public void postpone(String site) throws SQLException {
        times.postpone(site, config.pause());
    }

    /** How often to try while the branch moves. */
    public int tries() {
        return config.tries();
    }

    /**
     * Tries once.
     *
     * @throws RepositoryUnavailableException where the repository does not answer
     */
    public Next tryOnce(Job job, LocalCopy copy) throws SQLException, IOException, RepositoryUnavailableException {
        SiteAtWork site = job.site();
        String head = site.processed();
        if (!times.isDue(site.name())) {
            return Next.NOTHING;
        }
        WriteBackStatement how = site.statement().writeBack();
        if (head == null || !how.enabled()) {
            links.rest(site);
            return Next.NOTHING;
        }
        List<Link> tried = new ArrayList<>();
        List<Link> open = links.open(site);
        Next next = open.isEmpty() ? Next.NOTHING : write(job, copy, head, open, tried);
        if (next != Next.AGAIN) {
            links.settle(site, tried);
        }
        return next;
    }

    private Next write(Job job, LocalCopy copy, String head, List<Link> open, List<Link> tried)
            throws SQLException, IOException, RepositoryUnavailableException {
        SiteAtWork site = job.site();
        CommitTree tree = copy.tree(head);
        var edits = new LinkEdits(rules.atProcessed(site, tree), tree);
        boolean again = times.isRetryDue(site.name());
        for (Link link : open) {
            String path = items.pathOf(site.name(), site.incarnation(), link.contentId())
                    .orElse(null);
            String with = edits.circumstances(link, path, site.saidRevision());
            if (link.isDue(with, again)) {
                link.tried(path, with);
                edits.add(link, path);
                tried.add(link);
            }
        }
        return edits.files().isEmpty() ? Next.NOTHING : push(job, copy, head, edits);
    }

    private Next push(Job job, LocalCopy copy, String head, LinkEdits edits)
            throws IOException, RepositoryUnavailableException {
        Optional<String> branch = job.knownBranch();
        if (branch.isEmpty()) {
            // The default branch has another name since: who takes it in finds that.
            return Next.AGAIN;
        }
        WriteBackStatement how = job.site().statement().writeBack();
        String commit = copy.commit(new NewCommit(
                head,
                edits.files(),
                Optional.ofNullable(how.name()).orElse(config.name()),
                Optional.ofNullable(how.email()).orElse(config.email()),
                Optional.ofNullable(how.message()).orElse(config.message()),
                clock.instant()));
        PushOutcome outcome = copy.push(job.access(), branch.get(), head, commit);
        LOG.infof("links written back (site=%s): %s", job.site().name(), outcome);
        return outcome.handle(
                pushed -> {
                    edits.edited().forEach(link -> link.written(pushed));
                    return Next.TAKE_IN;
                },
                () -> Next.AGAIN,
                reason -> {
                    edits.edited().forEach(link -> link.refused(reason));
                    return Next.NOTHING;
                });
    }
}
