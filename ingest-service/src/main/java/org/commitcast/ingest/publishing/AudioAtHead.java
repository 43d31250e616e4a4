package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commitcast.contentreading.across.SameAudio;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.identity.Identities;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.probe.ClaimedAudio;

/** The audio of a site's documents; of one that is still being written nothing is told. */
final class AudioAtHead {
    private final CommitTree tree;
    private final Readings readings;
    private final Identities identities;

    AudioAtHead(CommitTree tree, Readings readings, Identities identities) {
        this.tree = tree;
        this.readings = readings;
        this.identities = identities;
    }

    /** The addresses of audio, some or all, by the paths of the documents that have it. */
    Map<String, String> addresses(Predicate<String> enclosures) {
        Map<String, String> audio = new LinkedHashMap<>();
        for (KnownItem item : identities.items()) {
            String enclosure = item.document().enclosure();
            if (isTold(item) && enclosure != null && enclosures.test(enclosure)) {
                audio.put(item.document().path(), enclosure);
            }
        }
        return audio;
    }

    /** Documents with the audio of an earlier one. */
    List<Finding> twice(Predicate<String> enclosures) {
        List<Finding> findings = new ArrayList<>();
        SameAudio.in(addresses(enclosures)).forEach((path, earlier) -> {
            Optional<Document> document =
                    readings.read(path, String.valueOf(tree.blob(path))).document();
            findings.add(SameAudio.finding(path, document.map(this::place).orElse(Position.START), earlier));
        });
        return findings;
    }

    /** What the documents of items say of their audio, to be looked at where it is hosted. */
    List<ClaimedAudio> claimed(List<Evaluated> items) {
        List<ClaimedAudio> audio = new ArrayList<>();
        for (Evaluated one : items) {
            KnownItem item = one.item();
            if (isTold(item)) {
                readings.read(item.document().path(), item.document().blob())
                        .document()
                        .ifPresent(document -> claimed(document, audio));
            }
        }
        return audio;
    }

    private void claimed(Document document, List<ClaimedAudio> audio) {
        var enclosure = document.media().enclosure();
        if (enclosure != null) {
            audio.add(new ClaimedAudio(document.path(), place(document), enclosure));
        }
    }

    private boolean isTold(KnownItem item) {
        return item.present() && !readings.isUnfinished(item.document().path());
    }

    private Position place(Document document) {
        return SameAudio.position(document, readings.reader().rules().fields());
    }
}
