package org.commitcast.ingest.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.publishing.Item.State;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an item at the head.
 *
 * @param changedBy the commit that last changed its document; null where none did
 * @param baseline of an item that was not known before
 * @param news what is to be published; null where nothing is
 * @param keptBack why an item that never was out does not go out; null where it does
 * @param due when its own dates change what becomes of it
 */
record Evaluated(
        KnownItem item,
        @Nullable String changedBy,
        boolean baseline,
        List<Finding> findings,
        @Nullable News news,
        @Nullable KeptBack keptBack,
        @Nullable Instant due) {

    Evaluated {
        findings = List.copyOf(findings);
    }

    String contentId() {
        return item.contentId();
    }

    /** Whether another item has the page that it would have. */
    boolean findsItsPageTaken() {
        return findings.stream().anyMatch(finding -> finding.rule().equals("identity.url-taken"));
    }

    /**
     * What becomes of it, in one word.
     *
     * @param wasOut whether readers had it before
     */
    String outcome(boolean wasOut) {
        if (keptBack != null) {
            return keptBack.state().name().toLowerCase(Locale.ROOT);
        } else if (news == null) {
            return "unchanged";
        } else if (news.status() == ContentSnapshot.Status.WITHDRAWN) {
            return "withdrawn";
        }
        return wasOut ? "revised" : "published";
    }

    /** When it goes out, where it waits for its date. */
    @Nullable Instant releasedAt() {
        boolean forItsDate = keptBack != null && keptBack.state() == State.WAITING && keptBack.awaited() == null;
        return forItsDate ? due : null;
    }

    Evaluated dueAt(@Nullable Instant date) {
        return new Evaluated(item, changedBy, baseline, findings, news, keptBack, date);
    }

    /** The same in less memory. */
    Evaluated packed() {
        return news == null ? this : new Evaluated(item, changedBy, baseline, findings, news.packed(), keptBack, due);
    }

    /**
     * Why it does not go out.
     *
     * @param awaited the audio without which it does not
     */
    record KeptBack(State state, @Nullable Integer number, @Nullable Enclosure awaited) {
        KeptBack(State state, @Nullable Integer number) {
            this(state, number, null);
        }
    }
}
