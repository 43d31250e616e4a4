package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        int count = items.published(site.name(), site.incarnation());
        int index = 0;
        String after = "";
        List<Item> page = items.out(site.name(), site.incarnation(), after, Readings.CHUNK);
        while (!page.isEmpty()) {
            List<ContentSnapshot> records = new ArrayList<>();
            for (Item item : page) {
                records.add(withdrawn(item, site, new Batch(item.commit(), index++, count), removal.at()));
            }
            outbox.append(records);
            after = page.get(page.size() - 1).contentId();
            items.letGo(page);
            page = items.out(site.name(), site.incarnation(), after, Readings.CHUNK);
        }
        items.forget(site.name());
        transcripts.forget(site.name());
    }

    private static ContentSnapshot withdrawn(Item item, Site site, Batch batch, Instant at) {
        String snapshot = Objects.requireNonNull(item.snapshot(), "what is out has a state");
        return new Stamp(
                        item.revision() + 1,
                        site.nextSequence(),
                        batch,
                        Status.WITHDRAWN,
                        Cause.DEFINITION,
                        item.commit(),
                        at)
                .on(StoredJson.read(snapshot, ContentSnapshot.class));
    }
}
