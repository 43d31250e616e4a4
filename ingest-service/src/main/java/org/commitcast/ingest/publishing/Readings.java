package org.commitcast.ingest.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.SeenDocument;

/**
 * Files as the rules of one commit read them. What was read last is kept, because it is asked for again at once; not all
 * of it, because a site's texts together may be larger than the heap.
 */
final class Readings {
    /** How many files are read ahead at once, and may be asked for again without being read a second time. */
    static final int CHUNK = 200;

    /** What is looked at beside a chunk must not drive out a part of it. */
    private static final int SPARE = 50;

    private final LocalCopy copy;
    private final SiteRules rules;
    private final ContentReader reader;
    private final Map<SourceFile, Reading> kept = new LinkedHashMap<>(2 * CHUNK, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceFile, Reading> eldest) {
            return size() > CHUNK + SPARE;
        }
    };

    Readings(LocalCopy copy, SiteRules rules) {
        this.copy = copy;
        this.rules = rules;
        this.reader = rules.reader();
    }

    SiteRules rules() {
        return rules;
    }

    ContentReader reader() {
        return reader;
    }

    boolean isDocument(String path) {
        return reader.classify(path) == InputKind.DOCUMENT;
    }

    /** Whether a document lies where it is still being written. */
    boolean isUnfinished(String path) {
        return reader.rules().generator().unfinished(path);
    }

    boolean isTranscript(String path) {
        return reader.classify(path) == InputKind.TRANSCRIPT;
    }

    /** What is in the file. */
    Reading read(String path, String blob) {
        return kept.computeIfAbsent(new SourceFile(path, blob), file -> read(path, copy.file(blob)));
    }

    /** Goes through any number of files, which are read some at a time. */
    <T> void inChunks(List<T> all, Function<T, SourceFile> file, Consumer<T> each) {
        for (List<T> chunk : chunks(all)) {
            readAhead(chunk.stream().map(file).toList());
            chunk.forEach(each);
        }
    }

    /** Parts of a list that are not too large to be held with their contents. */
    static <T> List<List<T>> chunks(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
                .mapToObj(from -> all.subList(from, Math.min(from + CHUNK, all.size())))
                .toList();
    }

    /** Reads files that will be asked for, on all cores: to render is most of the work of an import. */
    void readAhead(List<SourceFile> files) {
        // The local copy is one thread's.
        Map<SourceFile, Optional<byte[]>> open = new LinkedHashMap<>();
        for (SourceFile file : files) {
            if (!kept.containsKey(file)) {
                open.put(file, copy.file(file.blob()));
            }
        }
        kept.putAll(open.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey, file -> read(file.getKey().path(), file.getValue()))));
    }

    private Reading read(String path, Optional<byte[]> file) {
        return file.map(bytes -> reader.read(path, bytes))
                .orElseGet(() -> new Reading(path, Optional.empty(), Optional.empty(), List.of(tooLargeToRead(path))));
    }

    private static Finding tooLargeToRead(String path) {
        return tooLarge(
                path, "The file is too large to be read (commitcast.checkout.max-file-bytes); make it smaller.");
    }

    static Finding tooLargeToSend(String path) {
        return tooLarge(
                path, "What comes of the file is larger than the 900 KiB that one event may have; split the file.");
    }

    private static Finding tooLarge(String path, String message) {
        return new Finding("content.too-large", Severity.ERROR, path, Position.START, message);
    }

    static Finding tooDeep(String path) {
        return new Finding(
                "path.too-deep",
                Severity.WARNING,
                path,
                Position.START,
                "What is in this folder is left out, because it lies more than " + CommitTree.MAX_DEPTH
                        + " folders deep; move it up.");
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

    /** A file's content at a path: the path says how it is read. */
    record SourceFile(String path, String blob) {}
}
