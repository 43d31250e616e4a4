package org.commitcast.contentreading.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What one cue has each voice say, tags and styles taken away.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span">voice spans</a>
 */
final class SpokenParts {

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*+)?(?:\\s++([^>]*+))?>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
    private static final Pattern SUBSTATION_STYLE = Pattern.compile("\\{\\\\[^{}]*+\\}");

    private SpokenParts() {}

    /** @param speaker null where the cue names none */
    record Part(@Nullable String speaker, String text) {}

    /** Without parts that say nothing. */
    static List<Part> of(String source) {
        var parts = new ArrayList<Part>();
        var voice = VOICE.matcher(source);
        String speaker = null;
        var from = 0;
        while (voice.find()) {
            add(speaker, source.substring(from, voice.start()), parts);
            speaker = voice.group(1);
            from = voice.end();
        }
        add(speaker, source.substring(from), parts);
        return parts;
    }

    private static void add(@Nullable String speaker, String source, List<Part> parts) {
        var plain = plain(source);
        var name = speaker == null ? "" : plain(speaker);
        if (!plain.isEmpty()) {
            parts.add(new Part(name.isEmpty() ? null : name, plain));
        }
    }

    private static String plain(String source) {
        var text = SUBSTATION_STYLE.matcher(TAG.matcher(source).replaceAll("")).replaceAll("");
        return Parser.unescapeEntities(text, false).replace('\u00A0', ' ').strip();
    }
}
