package org.commitcast.contentreading.episode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.xml.XmlText;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/** Chapters in the front matter: a list of start and title, each with a link if it has one. */
public final class StatedChapters {

    private static final List<String> STARTS =
            List.of("start", "start_time", "startTime", "starttime", "time", "timestamp", "timecode");
    private static final List<String> TITLES = List.of("title", "name", "text", "label");
    private static final List<String> LINKS = List.of("link", "url", "href");
    private static final Pattern LINE =
            Pattern.compile("\\[?@?(\\d{1,3}:\\d{2}(?::\\d{2})?)\\]?\\s*(?:[-–—]\\s+)?(\\S.*)");

    private StatedChapters() {}

    /** In the order of their starts; empty if the document states none. */
    public static List<Chapter> read(YamlMap values, Findings findings) {
        var chapters = new ArrayList<Chapter>();
        for (var element : values.get("chapters").map(YamlNode::elements).orElseGet(List::of)) {
            if (element.toJson() == null) {
                continue;
            }
            var chapter = element.text().isPresent() ? ofLine(element.text().get()) : ofMap(element.asMap());
            if (chapter.isEmpty()) {
                findings.warning(
                        "chapters.malformed",
                        element.position(),
                        "A chapter needs a start, as MM:SS, HH:MM:SS or seconds, and a title; this one is left out.");
            }
            chapter.ifPresent(chapters::add);
        }
        chapters.sort(Comparator.comparingLong(Chapter::startSeconds));
        return List.copyOf(chapters);
    }

    private static Optional<Chapter> ofMap(YamlMap chapter) {
        var start = first(chapter, STARTS).flatMap(Durations::seconds);
        var title = first(chapter, TITLES);
        var link = first(chapter, LINKS)
                .filter(address -> address.startsWith("http"))
                .orElse(null);
        return start.flatMap(seconds -> title.map(text -> new Chapter(seconds, text, link)));
    }

    private static Optional<Chapter> ofLine(String line) {
        var match = LINE.matcher(XmlText.strip(line).strip());
        return match.matches()
                ? Durations.seconds(match.group(1)).map(seconds -> new Chapter(seconds, match.group(2), null))
                : Optional.empty();
    }

    private static Optional<String> first(YamlMap chapter, List<String> keys) {
        return keys.stream()
                .flatMap(key -> chapter.text(key).stream())
                .map(text -> XmlText.strip(text).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
