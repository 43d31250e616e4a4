package org.commitcast.ingest.publishing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.ingest.checkout.Change;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.Step;

/**
 * The rules that sites were last read with. To find them anew takes a look at every path of a repository; where a push
 * changed nothing that they depend on they still hold. A site that is not remembered costs that look and nothing else.
 */
@ApplicationScoped
@Startup // Limits that cannot be are to be seen at the start.
public class KnownRules {
    private static final int SITES = 200;

    private final ReadingLimits limits;
    private final DocumentLimit documents;

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > SITES;
        }
    };

    KnownRules(ContentConfig config) {
        this.limits = config.limits();
        this.documents = config.maxDocuments().isPresent()
                ? new DocumentLimit(config.maxDocuments().getAsInt())
                : DocumentLimit.ofHeap(Runtime.getRuntime().maxMemory());
    }

    /** The rules at a commit that some steps lead to from the one that was processed. */
    SiteRules at(SiteAtWork site, CommitTree tree, List<Step> steps) {
        return find(site.incarnation())
                .filter(last -> last.commit().equals(site.processed()) && last.saidRevision() == site.saidRevision())
                .filter(last ->
                        steps.stream().flatMap(step -> step.changes().stream()).allMatch(change -> holds(last, change)))
                .map(Known::rules)
                .orElseGet(() -> read(site, tree));
    }

    private SiteRules read(SiteAtWork site, CommitTree tree) {
        ContentReader reader = ContentReader.of(tree, site.statement().settings(), limits);
        if (site.imported()) {
            return new SiteRules(reader, documents.warnings(tree, reader));
        }
        documents.check(tree, reader);
        return new SiteRules(reader, List.of());
    }

    /** The rules at the commit that was processed. */
    public ContentReader atProcessed(SiteAtWork site, CommitTree tree) {
        return at(site, tree, List.of()).reader();
    }

    /** Whether a file was the last one of its kind cannot be told from its own change. */
    private static boolean holds(Known last, Change change) {
        return change.after() != null && last.rules().reader().holdsWith(change.path());
    }

    private synchronized Optional<Known> find(String incarnation) {
        return Optional.ofNullable(known.get(incarnation));
    }

    /** The site's published state was made with these rules. */
    synchronized void keep(SiteAtWork site, String commit, SiteRules rules) {
        known.put(site.incarnation(), new Known(commit, site.saidRevision(), rules));
    }

    /** Nothing is known of the way from the last ones to those that hold now. */
    synchronized void forget(SiteAtWork site) {
        known.remove(site.incarnation());
    }

    private record Known(String commit, long saidRevision, SiteRules rules) {}
}
