package org.commitcast.notify.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;

/** A feed as its topic last said. */
@Entity
@Table(name = "feed")
@IdClass(FeedRow.Key.class)
public class FeedRow {
    @Id
    String site;

    @Id
    String name;

    String incarnation;
    long revision;
    long through;
    String failed;
    Instant occurredAt;

    /** Which feed of which site. */
    public record Key(String site, String name) implements Serializable {}

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    FeedRow() {}

    @SuppressWarnings("NullAway.Init") // become() fills the rest
    FeedRow(FeedState state) {
        site = state.site();
        name = state.feed();
        become(state);
    }

    final void become(FeedState state) {
        incarnation = state.incarnation();
        revision = state.revision();
        through = state.through();
        failed = StoredJson.write(state.failed());
        occurredAt = state.occurredAt();
    }

    public String incarnation() {
        return incarnation;
    }

    /** The site's sequence up to which the feed has taken all items in. */
    public long through() {
        return through;
    }

    /** Why the feed had to leave this item out; empty where it did not. */
    public Optional<String> failureOf(String contentId) {
        return Arrays.stream(StoredJson.read(failed, FeedState.Failure[].class))
                .filter(failure -> failure.contentId().equals(contentId))
                .map(FeedState.Failure::reason)
                .findFirst();
    }
}
