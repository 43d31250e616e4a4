package org.commitcast.ingest.processing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.Topic;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.eventtransport.TransportProfile;
import org.commitcast.ingest.publishing.RestoredContent;
import org.commitcast.ingest.site.RestoredSites;

/** What the transport must know of this service. */
@ApplicationScoped
class IngestTransport implements TransportProfile {
    private final RestoredSites sites;
    private final RestoredContent content;

    IngestTransport(RestoredSites sites, RestoredContent content) {
        this.sites = sites;
        this.content = content;
    }

    @Override
    public String service() {
        return "ingest";
    }

    @Override
    public Set<Topic> writes() {
        return Set.of(Topic.SITES, Topic.CONTENT, Topic.TRANSCRIPTS);
    }

    @Override
    public EventHandler restorer() {
        return new EventHandler() {
            @Override
            public void siteChanged(SiteState site) {
                sites.restore(site);
            }

            @Override
            public void contentChanged(ContentSnapshot snapshot) {
                content.restore(snapshot);
            }

            @Override
            public void transcriptChanged(TranscriptState transcript) {
                content.restore(transcript);
            }
        };
    }
}
