package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.across.TranscriptJoin;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.transcript.Transcript;
import org.commitcast.contentreading.transcript.TranscriptKey;

/** The transcripts at the head: which are new, changed or gone, and what they are keyed by. */
final class TranscriptWork {
    private final Map<String, KnownTranscript> knownByPath;
    private final Map<String, TranscriptKey> keys = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final List<TranscriptNews> news = new ArrayList<>();
    private final Map<String, List<Finding>> findings = new LinkedHashMap<>();

    private TranscriptWork(Collection<KnownTranscript> known) {
        knownByPath =
                known.stream().collect(Collectors.toMap(KnownTranscript::path, one -> one, (one, other) -> other));
    }

    /** A site without any. */
    static TranscriptWork none() {
        return new TranscriptWork(List.of());
    }

    static TranscriptWork at(AtHead head, Collection<KnownTranscript> known, boolean all) {
        TranscriptWork work = new TranscriptWork(known);
        List<String> paths =
                head.tree.paths().filter(head.readings::isTranscript).toList();
        work.gone(new HashSet<>(paths), known);
        for (String path : paths) {
            work.take(path, String.valueOf(head.tree.blob(path)), head.readings, all);
        }
        return work;
    }

    private void gone(Set<String> paths, Collection<KnownTranscript> known) {
        for (KnownTranscript one : known) {
            if (one.present() && !paths.contains(one.path())) {
                news.add(new TranscriptNews(one.contentId(), one.path(), one.blob(), null, null, true, List.of()));
            }
        }
    }

    private void take(String path, String blob, Readings readings, boolean all) {
        KnownTranscript known = knownByPath.get(path);
        boolean same = known != null && known.present() && known.blob().equals(blob);
        if (known != null && same && !all) {
            key(known.contentId(), path, known.key());
            return;
        }
        Reading reading = readings.read(path, blob);
        findings.put(path, reading.findings());
        Optional<Transcript> transcript = reading.isHeld() ? Optional.empty() : reading.transcript();
        if (transcript.isEmpty()) {
            // What was out before stays as it was.
            if (known != null && known.present()) {
                key(known.contentId(), path, known.key());
            }
            return;
        }
        Transcript read = transcript.get();
        String id = known != null
                ? known.contentId()
                : moved(blob).orElseGet(() -> UUID.randomUUID().toString());
        key(id, path, read.key());
        if (!same) {
            news.add(new TranscriptNews(id, path, blob, read.key().episodePath(), read.language(), false, read.cues()));
        }
    }

    private void key(String id, String path, TranscriptKey key) {
        keys.put(id, key);
        paths.put(id, path);
    }

    /** The same bytes that lay elsewhere until now. */
    private Optional<String> moved(String blob) {
        Optional<TranscriptNews> gone = news.stream()
                .filter(one -> one.withdrawn() && one.blob().equals(blob))
                .findFirst();
        gone.ifPresent(news::remove);
        return gone.map(TranscriptNews::contentId);
    }

    /** Where a transcript lies. */
    String pathOf(String id) {
        return paths.getOrDefault(id, "");
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return keys.isEmpty();
    }

    List<TranscriptNews> news() {
        return news;
    }

    Map<String, List<Finding>> findings() {
        return findings;
    }

    /** Joins the transcripts with the episodes at the head. */
    TranscriptJoin join(Collection<TranscriptJoin.Episode> episodes) {
        return new TranscriptJoin(keys, episodes);
    }
}
