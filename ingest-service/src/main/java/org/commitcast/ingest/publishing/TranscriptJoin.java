package org.commitcast.ingest.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.commitcast.contentreading.transcript.TranscriptKey;
import org.jspecify.annotations.Nullable;

/** Which transcript belongs to which episode: the surest match of each for the other; a tie is none. */
final class TranscriptJoin {
    private final Map<String, String> transcriptByEpisode = new HashMap<>();

    /**
     * Joins them.
     *
     * @param transcripts by content id
     */
    TranscriptJoin(Map<String, TranscriptKey> transcripts, Collection<Episode> episodes) {
        Map<String, Map<String, Integer>> candidates = new HashMap<>();
        transcripts.forEach((id, key) -> surest(episodes, one -> key.match(one.path(), one.number()))
                .ifPresent(episode -> candidates
                        .computeIfAbsent(episode.path(), path -> new HashMap<>())
                        .put(id, key.match(episode.path(), episode.number()))));
        candidates.forEach((path, matches) -> surest(matches.keySet(), id -> matches.getOrDefault(id, 0))
                .ifPresent(id -> transcriptByEpisode.put(path, id)));
    }

    private static <T> Optional<T> surest(Collection<T> all, ToIntFunction<T> sureness) {
        int best = all.stream().mapToInt(sureness).max().orElse(0);
        List<T> matches = best == 0
                ? List.of()
                : all.stream().filter(one -> sureness.applyAsInt(one) == best).toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    /** The content id of the transcript of the episode at a path. */
    @Nullable String of(String episodePath) {
        return transcriptByEpisode.get(episodePath);
    }

    /** An episode, for joining. */
    record Episode(String path, @Nullable Integer number) {}
}
