package org.commitcast.notify.source;

import java.net.URI;
import java.util.List;

/**
 * A place where items are discussed. All its calls go through {@link SourceHttp}, which keeps to its limits; what goes
 * wrong is an answer, never an exception, unless the database is away.
 */
public interface DiscussionSource {
    /** As {@code platform} in events and as the key in settings: {@code hackernews}, {@code lobsters} … */
    String name();

    /** How many threads {@link #follow} may be given. */
    int followedAtOnce();

    /** Whether this deployment has what is needed to search here. */
    boolean searches();

    /** Whether this deployment has what is needed to follow threads that are here. */
    default boolean follows() {
        return true;
    }

    /** What is wrong with its settings, for people, each with the variable's name; empty where nothing is. */
    List<String> complaints();

    /** Whether a search finds an address only where it is spelled as it was posted. */
    default boolean comparesCharacters() {
        return false;
    }

    /** Threads that may be about a page or an audio file: a search can be fuzzy, so the caller compares addresses. */
    Searched search(URI address);

    /** What has become of threads of this platform, at most {@link #followedAtOnce} of them. */
    Followed follow(List<FollowedThread> threads);
}
