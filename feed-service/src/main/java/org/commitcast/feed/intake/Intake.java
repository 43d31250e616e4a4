package org.commitcast.feed.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.eventtransport.PolledEvents;
import org.commitcast.feed.store.KnownSites;
import org.commitcast.feed.store.SiteStore;
import org.commitcast.feed.store.StateBatch;

/** One poll: gathered, and written at once. The sites that it touched are pending until they are published. */
@ApplicationScoped
class Intake {
    private final SiteStore store;
    private final KnownSites sites;

    Intake(SiteStore store, KnownSites sites) {
        this.store = store;
        this.sites = sites;
    }

    /** @param touched is told each site that the poll touched; once for each try */
    PolledEvents poll(Consumer<String> touched) {
        return new Poll(new StateBatch(), touched);
    }

    private void take(StateBatch batch) {
        store.take(batch);
        batch.touchedSites().forEach(sites::touch);
    }

    private final class Poll implements PolledEvents {
        private final StateBatch batch;
        private final Consumer<String> touched;

        Poll(StateBatch batch, Consumer<String> touched) {
            this.batch = batch;
            this.touched = touched;
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
            batch.touchedSites().forEach(touched);
        }
    }
}
