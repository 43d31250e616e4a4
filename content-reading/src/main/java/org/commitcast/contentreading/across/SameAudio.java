package org.commitcast.contentreading.across;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldKeys;

/** Episodes with the audio of another one, as it happens when one is made from a copy of the last. */
public final class SameAudio {

    private SameAudio() {}

    /**
     * Every path whose audio is that of an earlier path, with the earliest one.
     *
     * @param audio the enclosures' addresses by path
     */
    public static Map<String, String> in(Map<String, String> audio) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> same = new LinkedHashMap<>();
        new TreeMap<>(audio).forEach((path, url) -> {
            String earlier = first.putIfAbsent(url, path);
            if (earlier != null) {
                same.put(path, earlier);
            }
        });
        return same;
    }

    /** What to say of such an episode. */
    public static Finding finding(String path, Position place, String earlier) {
        return new Finding(
                "enclosure.duplicate",
                Severity.WARNING,
                path,
                place,
                "This is also the audio of " + earlier + "; give each episode its own.");
    }

    /** Where a document names its audio. */
    public static Position position(Document document, FieldKeys keys) {
        return keys.of(Field.ENCLOSURE).stream()
                .flatMap(key -> document.frontMatter().position(key).stream())
                .findFirst()
                .orElse(Position.START);
    }
}
