package org.commitcast.ingest.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.SeenDocument;

/** Files as the rules of one commit read them. Each is read once while it is asked for again and again. */
final class Readings {
    private final LocalCopy copy;
    private final ContentReader reader;
    private final Map<String, Reading> kept = new HashMap<>();

    Readings(LocalCopy copy, ContentReader reader) {
        this.copy = copy;
        this.reader = reader;
    }

    ContentReader reader() {
        return reader;
    }

    boolean isDocument(String path) {
        return reader.classify(path) == InputKind.DOCUMENT;
    }

    boolean isTranscript(String path) {
        return reader.classify(path) == InputKind.TRANSCRIPT;
    }

    /** What is in the file. */
    Reading read(String path, String blob) {
        return kept.computeIfAbsent(key(path, blob), key -> read(path, copy.file(blob)));
    }

    /**
     * Reads files that will be asked for, on all cores: to render is most of the work of an import.
     *
     * @param blobs by path
     */
    void readAhead(Map<String, String> blobs) {
        // The local copy is one thread's.
        Map<String, Optional<byte[]>> files = new HashMap<>();
        blobs.forEach((path, blob) -> files.put(path, copy.file(blob)));
        kept.putAll(blobs.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        file -> key(file.getKey(), file.getValue()),
                        file -> read(file.getKey(), files.getOrDefault(file.getKey(), Optional.empty())))));
    }

    private Reading read(String path, Optional<byte[]> file) {
        return file.map(bytes -> reader.read(path, bytes))
                .orElseGet(() -> new Reading(path, Optional.empty(), Optional.empty(), List.of(tooLarge(path))));
    }

    private static String key(String path, String blob) {
        return path + "\n" + blob;
    }

    /** Lets go of what was read. */
    void clear() {
        kept.clear();
    }

    static Finding tooLarge(String path) {
        return new Finding(
                "content.too-large",
                Severity.ERROR,
                path,
                Position.START,
                "This is too large to be read or sent on; make it smaller or split it.");
    }

    /** What identity is decided from; nothing where the file is no document. */
    Optional<SeenDocument> seen(String path, String blob) {
        Reading reading = read(path, blob);
        Optional<SeenDocument> document = reading.document().map(one -> seen(one, blob));
        return document.isPresent() || !reading.isHeld() ? document : Optional.of(SeenDocument.unreadable(path, blob));
    }

    private static SeenDocument seen(Document document, String blob) {
        Enclosure enclosure = document.media().enclosure();
        return new SeenDocument(
                document.path(),
                blob,
                document.address().explicitGuid(),
                document.address().computedGuid(),
                enclosure == null ? null : enclosure.url(),
                document.about().title());
    }
}
