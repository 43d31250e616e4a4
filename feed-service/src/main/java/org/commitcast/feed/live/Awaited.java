package org.commitcast.feed.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentevents.FeedState.Failure;
import org.commitcast.feed.publishing.ExternalFeeds.Own;
import org.commitcast.feeddifference.FeedDifference;
import org.commitcast.feeddifference.FeedDifference.Unmatched;
import org.commitcast.feeddifference.ReadFeed;
import org.commitcast.feeddifference.ReadItem;

/** Which of our items the feed that readers have is still to take in. */
final class Awaited {
    /** A record must stay below what brokers take. */
    private static final int MOST = 1_000;

    private Awaited() {}

    /**
     * Those that it lacks, newest first. What is older than all that it lists has no place in it, and what it lists under
     * another guid it has. Of what cannot be rendered here nobody knows, so nothing is said of it elsewhere either.
     */
    static List<Failure> in(Own own, ReadFeed ours, ReadFeed theirs, FeedDifference difference) {
        Optional<Instant> oldest =
                theirs.items().stream().flatMap(item -> item.date().stream()).min(Comparator.naturalOrder());
        Set<String> lacking = difference.onlyHere().stream()
                .filter(item -> item.otherGuid().isEmpty())
                .map(Unmatched::guid)
                .collect(Collectors.toCollection(HashSet::new));
        List<Failure> awaited = new ArrayList<>(own.failed());
        int listed = Math.min(ours.items().size(), own.items().size());
        for (int i = 0; i < listed && awaited.size() < MOST; i++) {
            ReadItem item = ours.items().get(i);
            boolean tooOld = oldest.isPresent()
                    && item.date().filter(date -> date.isBefore(oldest.get())).isPresent();
            if (lacking.contains(item.guid()) && !tooOld) {
                awaited.add(new Failure(
                        own.items().get(i), "it is not in " + own.feed().publicUrl() + " yet"));
            }
        }
        return awaited;
    }
}
