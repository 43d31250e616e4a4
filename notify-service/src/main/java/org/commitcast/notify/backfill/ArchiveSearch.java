package org.commitcast.notify.backfill;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commitcast.notify.catalogue.StoredJson;
import org.commitcast.notify.source.FoundThread;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One item that is searched for at one source. */
@Entity
@DynamicUpdate
@Table(name = "backfill_search")
class ArchiveSearch {
    @EmbeddedId
    Key key;

    String source;
    String contentId;
    int done;
    /** How often in a row the source gave no answer. */
    int failures;

    boolean finished;

    @Nullable Instant leaseUntil;

    String found;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    ArchiveSearch() {}

    /** Its place in the search through the archive. */
    @Embeddable
    record Key(UUID backfill, long position) {}

    List<FoundThread> found() {
        return List.of(StoredJson.read(found, FoundThread[].class));
    }

    /** One address is done; a thread that several of them give counts once. */
    void add(List<FoundThread> threads) {
        List<FoundThread> all = new ArrayList<>(found());
        threads.stream()
                .filter(thread -> all.stream().noneMatch(known -> Objects.equals(known.url(), thread.url())))
                .forEach(all::add);
        found = StoredJson.write(all);
        pass();
    }

    /** One address is done, or the source refuses it. */
    void pass() {
        failures = 0;
        done++;
        leaseUntil = null;
    }

    /** The source cannot be asked now; what is met by that again makes way for the others. */
    void wait(Instant until) {
        failures++;
        leaseUntil = failures > 1 ? until : null;
    }
}
