package org.commitcast.contentreading.across;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.transcript.TranscriptKey;
import org.jspecify.annotations.Nullable;

/**
 * Which transcript belongs to which episode, by the key that the transcript states, by name or by number: the surest match
 * of each for the other; a tie is none. All that is known at one commit is joined at once, so it does not matter which of
 * the two came first.
 */
public final class TranscriptJoin {
    private final Map<String, String> transcriptByEpisode = new HashMap<>();
    private final Set<String> alone = new TreeSet<>();

    /**
     * Joins them.
     *
     * @param transcripts by an id of the caller's choice
     */
    public TranscriptJoin(Map<String, TranscriptKey> transcripts, Collection<Episode> episodes) {
        Map<String, Set<Episode>> named = new HashMap<>();
        for (Episode episode : episodes) {
            TranscriptKey.names(episode.path(), episode.number())
                    .forEach(name -> named.computeIfAbsent(name, any -> new LinkedHashSet<>())
                            .add(episode));
        }
        Map<String, Map<String, Integer>> candidates = new HashMap<>();
        transcripts.forEach((id, key) -> meant(key, named).ifPresent(episode -> candidates
                .computeIfAbsent(episode.path(), path -> new HashMap<>())
                .put(id, 10 * key.match(episode.path(), episode.number()) + key.precision())));
        candidates.forEach((path, matches) -> surest(matches.keySet(), id -> matches.getOrDefault(id, 0))
                .ifPresent(id -> transcriptByEpisode.put(path, id)));
        alone.addAll(transcripts.keySet());
        alone.removeAll(transcriptByEpisode.values());
    }

    /** The one episode that answers to the surest name which any answers to. */
    private static Optional<Episode> meant(TranscriptKey key, Map<String, Set<Episode>> named) {
        return key.wanted().stream()
                .map(name -> named.getOrDefault(name, Set.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .filter(found -> found.size() == 1)
                .map(found -> found.iterator().next());
    }

    private static <T> Optional<T> surest(Collection<T> all, ToIntFunction<T> sureness) {
        int best = all.stream().mapToInt(sureness).max().orElse(0);
        List<T> matches = best == 0
                ? List.of()
                : all.stream().filter(one -> sureness.applyAsInt(one) == best).toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    /** The id of the transcript of the episode at a path. */
    public @Nullable String of(String episodePath) {
        return transcriptByEpisode.get(episodePath);
    }

    /** The ids of those that belong to none. */
    public Set<String> alone() {
        return alone;
    }

    /** What to say of a transcript that belongs to none. */
    public static Finding withoutEpisode(String path) {
        return new Finding(
                "transcript.no-episode",
                Severity.WARNING,
                path,
                Position.START,
                "No one episode is surely meant by this transcript; give it the episode's file name, or name the"
                        + " episode's path under 'episode' in its front matter.");
    }

    /** An episode, for joining. */
    public record Episode(String path, @Nullable Integer number) {}
}
