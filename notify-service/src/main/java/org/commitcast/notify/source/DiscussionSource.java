package org.commitcast.notify.source;

import java.net.URI;
import java.util.List;

/**
 * A place where items are discussed. Each method makes one call over HTTP at most, so that calls can be counted before
 * they are made; what goes wrong is an answer, never an exception.
 */
public interface DiscussionSource {
    /** As {@code platform} in events and as the key in settings: {@code hackernews}, {@code lobsters} … */
    String name();

    /** How often it may be asked, by all instances together. */
    List<CallLimit> limits();

    /** How many threads one call of {@link #follow} may name. */
    int followedAtOnce();

    /** Whether this deployment has what is needed to search here. */
    boolean searches();

    /** Threads that may be about a page or an audio file: a search can be fuzzy, so the caller compares addresses. */
    Searched search(URI address);

    /** What has become of threads of this platform, at most {@link #followedAtOnce} of them. */
    Followed follow(List<FollowedThread> threads);
}
