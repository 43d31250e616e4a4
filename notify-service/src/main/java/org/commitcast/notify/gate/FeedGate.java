package org.commitcast.notify.gate;

import java.util.Optional;
import java.util.function.Function;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;

/** Whether an item's feed has taken it in. */
final class FeedGate {
    private FeedGate() {}

    /** A feed's own words about an item. */
    interface Progress {
        long through();

        Optional<String> failureOf(String contentId);
    }

    /** What has to be waited for; empty where nothing. An item that no feed carries has none to wait for. */
    static Optional<String> obstacle(
            SiteDefinition site,
            Kind kind,
            String contentId,
            long sequence,
            Function<String, Optional<? extends Progress>> progress) {
        if (!site.gateFeed()) {
            return Optional.empty();
        }
        Optional<FeedDefinition> feed = site.feeds().stream()
                .filter(one -> one.carries(kind) && !one.closed())
                .findFirst();
        if (feed.isEmpty()) {
            return Optional.empty();
        }
        String name = feed.get().name();
        Optional<? extends Progress> state = progress.apply(name);
        if (state.isEmpty() || state.get().through() < sequence) {
            return Optional.of("the feed " + name + ", which does not carry it yet");
        }
        return state.get().failureOf(contentId).map(reason -> "the feed " + name + ", which lacks it: " + reason);
    }
}
