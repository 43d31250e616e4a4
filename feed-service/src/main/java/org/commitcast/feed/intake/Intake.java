package org.commitcast.feed.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.eventtransport.PolledEvents;
import org.commitcast.feed.publishing.Publisher;
import org.commitcast.feed.store.KnownSites;
import org.commitcast.feed.store.SiteStore;
import org.commitcast.feed.store.StateBatch;

/** One poll: gathered, written at once, and each site that it touched is published once. */
@ApplicationScoped
class Intake {
    private final SiteStore store;
    private final KnownSites sites;
    private final Publisher publisher;
    private final Replay replay;

    Intake(SiteStore store, KnownSites sites, Publisher publisher, Replay replay) {
        this.store = store;
        this.sites = sites;
        this.publisher = publisher;
        this.replay = replay;
    }

    PolledEvents poll() {
        return new Poll(new StateBatch());
    }

    private void take(StateBatch batch) {
        store.take(batch);
        for (String site : batch.touchedSites()) {
            if (replay.isComplete()) {
                publisher.publish(site);
            } else {
                sites.setPending(site, true);
            }
        }
    }

    private final class Poll implements PolledEvents {
        private final StateBatch batch;

        Poll(StateBatch batch) {
            this.batch = batch;
        }

        @Override
        public void siteChanged(SiteState site) {
            batch.siteChanged(site);
        }

        @Override
        public void contentChanged(ContentSnapshot content) {
            batch.contentChanged(content);
        }

        @Override
        public void transcriptChanged(TranscriptState transcript) {
            batch.transcriptChanged(transcript);
        }

        @Override
        public void discussionsChanged(DiscussionState discussions) {
            batch.discussionsChanged(discussions);
        }

        @Override
        public void pollEnds() {
            take(batch);
        }
    }
}
