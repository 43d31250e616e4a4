package org.commitcast.notify.source;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All sources by their name. Each call is taken from the source's budget first, which all instances share; where there
 * is no room, the answer is {@code Later} without a call. Not to be asked within a transaction: an answer may take long.
 */
@Startup
@ApplicationScoped
public class SourceCalls {
    private final Map<String, DiscussionSource> sources = new TreeMap<>();
    private final SourceChoice choice;

    SourceCalls(@All List<DiscussionSource> all, SourceConfig config) {
        all.forEach(source -> sources.put(source.name(), source));
        this.choice = SourceChoice.of(sources, config.searched().orElse(List.of()));
        if (!choice.complaints().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", choice.complaints()));
        }
    }

    /** Those that this deployment searches. */
    public Set<String> searched() {
        return choice.searched();
    }

    /** Those whose threads this deployment can follow. */
    public Set<String> followed() {
        return choice.followed();
    }

    /** How many threads one {@link #follow} may name. */
    public int followedAtOnce(String source) {
        return require(source).followedAtOnce();
    }

    /** Whether a source has to be asked for each spelling of an address. */
    public boolean comparesCharacters(String source) {
        return require(source).comparesCharacters();
    }

    /** Threads that may be about an address; the caller compares. */
    public Searched search(String source, URI address) {
        if (!choice.searched().contains(source)) {
            return new Searched.Later(source + " is not searched here", null);
        }
        return require(source).search(address);
    }

    /** What has become of threads, at most {@link #followedAtOnce} of them. */
    public Followed follow(String source, List<FollowedThread> threads) {
        if (threads.size() > followedAtOnce(source)) {
            throw new IllegalArgumentException(threads.size() + " threads at once are too many for " + source);
        }
        if (!choice.followed().contains(source)) {
            return new Followed.Later(source + " is not followed here", null);
        }
        return threads.isEmpty() ? new Followed.Seen(Map.of()) : require(source).follow(List.copyOf(threads));
    }

    private DiscussionSource require(String source) {
        return Optional.ofNullable(sources.get(source))
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no source '" + source + "', only " + sources.keySet()));
    }
}
