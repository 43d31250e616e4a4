package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.SiteRemoved;
import org.commitcast.ingest.storage.StoredJson;

/** Withdraws the items of a site that is removed. */
@ApplicationScoped
class SiteWithdrawal {
    private final Items items;
    private final Transcripts transcripts;
    private final Outbox outbox;

    SiteWithdrawal(Items items, Transcripts transcripts, Outbox outbox) {
        this.items = items;
        this.transcripts = transcripts;
        this.outbox = outbox;
    }

    void removed(@Observes SiteRemoved removal) {
        Site site = removal.site();
        List<Item> out = items.out(site.name(), site.incarnation());
        List<ContentSnapshot> records = new ArrayList<>();
        for (Item item : out) {
            String snapshot = item.snapshot();
            if (snapshot != null) {
                Batch batch = new Batch(item.commit(), records.size(), out.size());
                records.add(new Stamp(
                                item.revision() + 1,
                                site.nextSequence(),
                                batch,
                                Status.WITHDRAWN,
                                Cause.DEFINITION,
                                item.commit(),
                                removal.at())
                        .on(StoredJson.read(snapshot, ContentSnapshot.class)));
            }
        }
        if (!records.isEmpty()) {
            outbox.append(records);
        }
        items.forget(site.name());
        transcripts.forget(site.name());
    }
}
