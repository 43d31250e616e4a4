package org.commitcast.feed.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.FeedState.Failure;
import org.commitcast.contentevents.FeedState.Live;
import org.commitcast.feed.publishing.ExternalFeeds;
import org.commitcast.feed.publishing.ExternalFeeds.Own;
import org.commitcast.feeddifference.FeedDifference;
import org.commitcast.feeddifference.ReadFeed;
import org.commitcast.feeddifference.UnreadableFeedException;
import org.jspecify.annotations.Nullable;

/** Looks at a feed where its readers have it, and tells what is seen. */
@ApplicationScoped
public class Look {
    private final ExternalFeeds feeds;
    private final LiveReader reader;

    Look(ExternalFeeds feeds, LiveReader reader) {
        this.feeds = feeds;
        this.reader = reader;
    }

    /**
     * What was seen.
     *
     * @param difference absent where the feed could not be read
     * @param problem why not, for people
     * @param awaits whether it is to change soon: it lacks items, or could not be read
     */
    public record Sight(URI publicUrl, @Nullable FeedDifference difference, String problem, boolean awaits) {}

    /** Looks; empty where there is no such feed here, or it has no address of its own. Not to be called in a transaction. */
    public Optional<Sight> at(String site, String feed) {
        Optional<Own> found = QuarkusTransaction.requiringNew().call(() -> feeds.find(site, feed));
        return found.flatMap(own -> Optional.ofNullable(own.feed().publicUrl()).map(address -> at(site, own, address)));
    }

    private Sight at(String site, Own own, URI address) {
        LiveReading reading = reader.read(address);
        ReadFeed theirs = reading.feed();
        if (theirs == null) {
            Live live = new Live(
                    address.toString(),
                    "It cannot be read: " + reading.problem() + ".",
                    null,
                    true,
                    own.siteRevision());
            QuarkusTransaction.requiringNew().run(() -> feeds.tellUnread(site, own, live));
            return new Sight(address, null, reading.problem(), true);
        }
        ReadFeed ours = read(own);
        FeedDifference difference = FeedDifference.between(ours, theirs);
        List<Failure> awaited = Awaited.in(own, ours, theirs, difference);
        Live live = new Live(
                address.toString(),
                difference.summary(),
                difference.isNone() ? null : difference.digest(),
                false,
                own.siteRevision());
        QuarkusTransaction.requiringNew().run(() -> feeds.tell(site, own, live, awaited));
        return new Sight(address, difference, "", awaited.size() > own.failed().size());
    }

    private static ReadFeed read(Own own) {
        try {
            return ReadFeed.of(own.body().plainBytes());
        } catch (UnreadableFeedException e) {
            throw new IllegalStateException("our own feed " + own.feed().name() + " " + e.getMessage(), e);
        }
    }
}
