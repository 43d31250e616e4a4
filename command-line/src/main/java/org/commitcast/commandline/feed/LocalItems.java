package org.commitcast.commandline.feed;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.across.Claims;
import org.commitcast.contentreading.adoption.AdoptedFeed;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.path.InputKind;

/** What of a folder would be published now if it were imported for the first time. */
final class LocalItems {
    /** As many texts as are in memory at once. */
    private static final int CHUNK = 200;

    private final String site;
    private final ContentReader reader;
    private final AdoptedFeed adopted;
    private final Instant now;
    private final Claims claims = new Claims();
    private final List<Finding> held = new ArrayList<>();
    private int adoptedGuids;

    LocalItems(String site, ContentReader reader, AdoptedFeed adopted, Clock clock) {
        this.site = site;
        this.reader = reader;
        this.adopted = adopted;
        this.now = clock.instant();
    }

    /** Hands on each item, in the order of the paths: who comes later yields. */
    void forEach(RepositoryFiles files, PrintStream err, Consumer<ContentSnapshot> consumer) {
        List<String> paths = files.paths()
                .filter(path -> reader.classify(path) == InputKind.DOCUMENT)
                .sorted()
                .toList();
        Progress progress = new Progress(err, "%d of %d documents read", paths.size());
        IntStream.iterate(0, from -> from < paths.size(), from -> from + CHUNK)
                .mapToObj(from -> paths.subList(from, Math.min(from + CHUNK, paths.size())))
                .forEach(chunk -> {
                    progress.reached(paths.indexOf(chunk.get(0)));
                    chunk.parallelStream()
                            .map(path -> reader.read(path, files.read(path).orElse(new byte[0])))
                            .toList()
                            .forEach(reading -> take(reading, consumer));
                });
    }

    private void take(Reading reading, Consumer<ContentSnapshot> consumer) {
        if (reading.isHeld()) {
            reading.findings().stream().filter(Finding::isError).findFirst().ifPresent(held::add);
            return;
        }
        reading.document().filter(document -> document.release().isOutAt(now)).ifPresent(document -> {
            String guid = guid(document);
            var conflict = claims.conflict(document.path(), document, guid, null);
            conflict.ifPresent(held::add);
            if (conflict.isEmpty()) {
                claims.take(
                        document.path(),
                        document.path(),
                        guid,
                        document.address().url());
                consumer.accept(LocalItem.of(site, document, guid, now));
            }
        });
    }

    private String guid(Document document) {
        String explicit = document.address().explicitGuid();
        if (explicit != null) {
            return explicit;
        }
        String computed = document.address().computedGuid();
        String guid = adopted.guidOf(document).orElse(computed);
        adoptedGuids += guid.equals(computed) ? 0 : 1;
        return guid;
    }

    /** Why documents that would be published are not. */
    List<Finding> held() {
        return held;
    }

    /** How many items have another guid by the adopted feed than they would have without it. */
    int adoptedGuids() {
        return adoptedGuids;
    }
}
