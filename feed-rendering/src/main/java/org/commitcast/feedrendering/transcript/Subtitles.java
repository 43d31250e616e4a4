package org.commitcast.feedrendering.transcript;

import java.util.List;
import org.commitcast.feedrendering.text.PlainText;

/**
 * Writes what players show in time with a recording.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#syntax">WebVTT, syntax</a>
 */
final class Subtitles {
    private Subtitles() {}

    /** WebVTT; an arrow within a text would be taken for times, so angle brackets are always escaped. */
    static String webVtt(List<Passage> passages) {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        for (Passage passage : passages) {
            file.append('\n').append(times(passage, '.')).append('\n');
            if (passage.speaker() != null) {
                // A name that ends with hyphens would make an arrow of the bracket.
                String gap = passage.speaker().endsWith("-") ? " >" : ">";
                file.append("<v ").append(PlainText.asHtml(passage.speaker())).append(gap);
            }
            file.append(PlainText.asHtml(passage.text())).append('\n');
        }
        return file.toString();
    }

    /** SubRip, which has no escapes: an arrow becomes a sign that is none to players. */
    static String subRip(List<Passage> passages) {
        StringBuilder file = new StringBuilder();
        int number = 1;
        for (Passage passage : passages) {
            String said = passage.speaker() == null ? passage.text() : passage.speaker() + ": " + passage.text();
            file.append(number++)
                    .append('\n')
                    .append(times(passage, ','))
                    .append('\n')
                    .append(said.replace("-->", "→"))
                    .append("\n\n");
        }
        return file.toString();
    }

    private static String times(Passage passage, char separator) {
        return Passage.clock(passage.startMillis(), separator) + " --> "
                + Passage.clock(passage.endMillis(), separator);
    }
}
