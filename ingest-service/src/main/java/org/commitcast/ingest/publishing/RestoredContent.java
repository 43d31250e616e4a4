package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.ingest.site.RestoredSites;

/** Items and transcripts out of their own records, where the store is older than those. */
@ApplicationScoped
public class RestoredContent {
    private final Items items;
    private final Transcripts transcripts;
    private final RestoredSites sites;

    RestoredContent(Items items, Transcripts transcripts, RestoredSites sites) {
        this.items = items;
        this.transcripts = transcripts;
        this.sites = sites;
    }

    /** Takes in a record that may be newer than the store. */
    public void restore(ContentSnapshot record) {
        Item item = items.findByIdOptional(record.contentId())
                .orElseGet(() -> new Item(record.contentId(), record.site(), record.incarnation(), record.baseline()));
        boolean newer = record.revision() > item.revision();
        if (newer && sites.known(record.site(), record.incarnation(), record.sequence())) {
            item.restore(record);
            items.persist(item);
        }
    }

    /** Takes in a record that may be newer than the store. */
    public void restore(TranscriptState record) {
        KnownTranscript known = transcripts
                .findByIdOptional(record.contentId())
                .orElseGet(() -> new KnownTranscript(record.contentId(), record.site(), record.incarnation()));
        if (record.revision() > known.revision() && sites.known(record.site(), record.incarnation(), 0)) {
            // Without its file's id: it is read again, and goes out again only if it differs in its path.
            known.recorded(record, "", null);
            transcripts.persist(known);
        }
    }
}
