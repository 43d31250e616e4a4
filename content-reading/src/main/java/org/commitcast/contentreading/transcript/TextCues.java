package org.commitcast.contentreading.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentreading.markdown.MarkdownRenderer;
import org.commitcast.contentreading.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Transcripts as text: paragraphs that begin with a time, a speaker, both or none. What names neither goes on with the
 * cue before it; a time that runs backwards or stands inside a paragraph is a part of what is said. Where a text names
 * no time at all, every cue begins at zero.
 */
final class TextCues {

    // Bounded: an opening sign that nothing closes would each time be looked for up to the end.
    private static final Pattern LIQUID = Pattern.compile("\\{%[^%]{0,1000}+%\\}|\\{\\{[^}]{0,1000}+\\}\\}");
    private static final Pattern LINK_DEFINITION = Pattern.compile("(?m)^ {0,3}\\[[^\\]\\n]++\\]:.*$");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:[^}\\n]{0,1000}+\\}");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final boolean markdown;
    private final List<Cue> cues = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long start;
    private @Nullable String speaker;

    private TextCues(boolean markdown) {
        this.markdown = markdown;
    }

    static List<Cue> plain(String body) {
        return new TextCues(false).read(XmlText.strip(body));
    }

    static List<Cue> markdown(String body) {
        var clean = without(LIQUID, "{", XmlText.strip(body));
        clean = without(LINK_DEFINITION, "]:", clean);
        return new TextCues(true).read(without(ATTRIBUTES, "{:", clean));
    }

    /** Most transcripts have none of these; a plain search is much cheaper than the expression. */
    private static String without(Pattern unwanted, String sign, String text) {
        return text.contains(sign) ? unwanted.matcher(text).replaceAll("") : text;
    }

    /** Editors leave hard spaces, even alone on a line and between a time and its text. */
    private static String softened(String body) {
        return body.replace('\u00A0', ' ').replace("\u200B", "").replace("\uFEFF", "");
    }

    private List<Cue> read(String source) {
        var body = softened(source);
        var paragraph = new StringBuilder();
        var beginsTimed = false;
        for (var line : body.split("\n", -1)) {
            if (line.isBlank()) {
                endParagraph(paragraph);
            } else {
                // One cue per line, without blank lines between them, is a common form as well.
                var timed = isTimed(line);
                if (beginsTimed && timed) {
                    endParagraph(paragraph);
                }
                beginsTimed = paragraph.isEmpty() ? timed : beginsTimed;
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        endParagraph(paragraph);
        endCue();
        return CueTimes.closed(cues);
    }

    private boolean isTimed(String line) {
        var time = SpokenLine.of(line).startMillis();
        return time != null && time >= start;
    }

    private void endParagraph(StringBuilder paragraph) {
        if (paragraph.isEmpty()) {
            return;
        }
        var source = paragraph.toString();
        paragraph.setLength(0);
        var line = SpokenLine.of(source);
        var time = line.startMillis();
        if (time != null && time < start) {
            line = new SpokenLine(null, null, source);
        }
        if (line.beginsCue()) {
            endCue();
            start = line.startMillis() == null ? start : line.startMillis();
            speaker = line.speaker();
        }
        var said = words(line.text());
        if (!said.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(said);
        }
    }

    private String words(String source) {
        var plain = markdown && MarkdownRenderer.tooCostly(source).isEmpty()
                ? MarkdownRenderer.kramdown().plain(source)
                : Optional.<String>empty();
        return plain.orElseGet(() -> SPACES.matcher(source).replaceAll(" ").strip());
    }

    private void endCue() {
        if (!text.isEmpty()) {
            cues.add(new Cue(start, null, speaker, text.toString()));
            text.setLength(0);
        }
    }
}
