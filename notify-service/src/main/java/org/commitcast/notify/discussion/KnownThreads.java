package org.commitcast.notify.discussion;

import java.util.Optional;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/** What is known of an item's threads, to look up many at once. */
public final class KnownThreads {
    private final ByAddress<DiscussionThread> threads = new ByAddress<>();
    private final ByAddress<String> rejected = new ByAddress<>();

    public KnownThreads(DiscussionState state) {
        state.threads()
                .forEach(thread -> threads.add(thread.url(), state.sameAs().get(thread.url()), thread));
        state.rejected().forEach(url -> rejected.add(url, state.sameAs().get(url), url));
    }

    /**
     * The item's thread that this is.
     *
     * @param id by which all servers know it; absent where its address says that, or nobody did
     */
    public Optional<DiscussionThread> thread(String url, @Nullable String id) {
        return threads.get(url, id);
    }

    /** Whether a person said that it is not about the item. */
    public boolean isRejected(String url, @Nullable String id) {
        return rejected.contains(url, id);
    }
}
