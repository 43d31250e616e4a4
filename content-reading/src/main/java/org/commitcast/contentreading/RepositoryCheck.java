package org.commitcast.contentreading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.across.Claims;
import org.commitcast.contentreading.across.SameAudio;
import org.commitcast.contentreading.across.TranscriptJoin;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.contentreading.transcript.TranscriptKey;

/** Applies every rule to all files of one state of a repository, as if it were published for the first time. */
public final class RepositoryCheck {

    private final RepositoryFiles files;
    private final ContentReader reader;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Audio> audio = new ArrayList<>();
    private final List<TranscriptJoin.Episode> episodes = new ArrayList<>();
    private final Map<String, TranscriptKey> transcripts = new HashMap<>();
    private final Claims claims = new Claims();
    private int documents;

    private RepositoryCheck(RepositoryFiles files, SiteSettings definition) {
        this.files = files;
        this.reader = ContentReader.of(files, definition);
    }

    /** Checks all files. */
    public static Result of(RepositoryFiles files, SiteSettings definition) {
        return new RepositoryCheck(files, definition).run();
    }

    private Result run() {
        findings.addAll(reader.findings());
        // In the order of their paths, as the first import takes them: who comes later yields.
        files.paths().sorted().forEach(this::file);
        var joined = new TranscriptJoin(transcripts, episodes);
        joined.alone().forEach(path -> findings.add(TranscriptJoin.withoutEpisode(path)));
        var places = new HashMap<String, Audio>();
        audio.forEach(one -> places.put(one.path(), one));
        var urls = new HashMap<String, String>();
        audio.forEach(one -> urls.put(one.path(), one.enclosure().url()));
        SameAudio.in(urls).forEach((path, earlier) -> Optional.ofNullable(places.get(path))
                .ifPresent(one -> findings.add(SameAudio.finding(path, one.place(), earlier))));
        findings.sort(ORDER);
        return new Result(reader, documents, transcripts.size(), audio, findings);
    }

    /** By file and place. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::path)
            .thenComparing(Finding::line)
            .thenComparing(Finding::column)
            .thenComparing(Finding::rule);

    private void file(String path) {
        switch (reader.classify(path)) {
            case SHARED, IGNORED -> {}
            case DOCUMENT, TRANSCRIPT, MISNAMED ->
                take(reader.read(path, files.read(path).orElse(new byte[0])));
        }
    }

    private void take(Reading reading) {
        findings.addAll(reading.findings());
        reading.transcript().ifPresent(transcript -> transcripts.put(transcript.path(), transcript.key()));
        reading.document().ifPresent(document -> take(document, reading.isHeld()));
    }

    private void take(Document document, boolean held) {
        documents++;
        if (document.kind() == Kind.EPISODE) {
            episodes.add(
                    new TranscriptJoin.Episode(document.path(), document.media().episode()));
        }
        var enclosure = document.media().enclosure();
        if (enclosure != null) {
            var place = SameAudio.position(document, reader.rules().fields());
            audio.add(new Audio(document.path(), place, enclosure));
        }
        if (!held && document.release().published()) {
            var path = document.path();
            var guid = document.address().guid();
            var conflict = claims.conflict(path, document, guid, null);
            conflict.ifPresent(findings::add);
            if (conflict.isEmpty()) {
                claims.take(path, path, guid, document.address().url());
            }
        }
    }

    /**
     * What came of it.
     *
     * @param reader by whose rules it was read
     * @param findings by file and place
     */
    public record Result(
            ContentReader reader, int documents, int transcripts, List<Audio> audio, List<Finding> findings) {
        public Result {
            audio = List.copyOf(audio);
            findings = List.copyOf(findings);
        }
    }

    /** An episode's audio, and where its document names it. */
    public record Audio(String path, Position place, Enclosure enclosure) {}
}
