package org.commitcast.ingest.writeback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.proposal.Proposals;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.publishing.SitesAtWork.Job;

/** One try to bring a site's links where they belong: what it goes by, and what came of it. */
final class Attempt {
    private final Job job;
    private final LocalCopy copy;
    private final String head;
    private final ContentReader reader;
    private final boolean again;
    private final Set<Link> tried = new LinkedHashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Link> considered = new ArrayList<>();
    private boolean proposed;
    private boolean last;

    /** What became of a proposal, to be stored together with its links. */
    interface Outcome {
        void store(Proposals proposals);
    }

    /**
     * To be settled once.
     *
     * @param head the commit that was just published
     * @param reader with the site's rules at that commit
     * @param again whether what was refused is tried in any case
     */
    Attempt(Job job, LocalCopy copy, String head, ContentReader reader, boolean again) {
        this.job = job;
        this.copy = copy;
        this.head = head;
        this.reader = reader;
        this.again = again;
    }

    void tried(Link link) {
        tried.add(link);
    }

    void considers(Link link) {
        considered.add(link);
    }

    /** It has been tried often enough: what is not done now is given up. */
    void isLast() {
        last = true;
    }

    boolean wasLast() {
        return last;
    }

    /** Nothing comes of what is not done by now, until something else changes. */
    void giveUp(String why) {
        considered.forEach(link -> {
            if (link.giveUp(why)) {
                tried.add(link);
            }
        });
    }

    void became(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** Whether links with a name were up as well. */
    void proposedIf(boolean named) {
        proposed = named;
    }

    boolean hasProposed() {
        return proposed;
    }

    Set<Link> tried() {
        return tried;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    SiteAtWork site() {
        return job.site();
    }

    GitAccess access() {
        return job.access();
    }

    LocalCopy copy() {
        return copy;
    }

    String head() {
        return head;
    }

    /** The files of that commit. */
    CommitTree tree() {
        return copy.tree(head);
    }

    ContentReader reader() {
        return reader;
    }

    boolean again() {
        return again;
    }
}
