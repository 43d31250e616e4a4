package org.commitcast.feedrendering.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.commitcast.feedrendering.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Writes a page for people who read instead of listening, also with a screen reader. */
final class TranscriptPage {
    private TranscriptPage() {}

    static String of(List<Passage> passages, @Nullable String language) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html")
                .append(language == null ? "" : " lang=\"" + attribute(language) + "\"")
                .append(">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<title>Transcript</title>\n</head>\n<body>\n<main>\n");
        @Nullable String last = null;
        for (Passage passage : passages) {
            if (passage.speaker() != null && !Objects.equals(last, passage.speaker())) {
                page.append("<cite>")
                        .append(PlainText.asHtml(passage.speaker()))
                        .append(":</cite>\n");
            }
            last = passage.speaker();
            page.append("<time datetime=\"")
                    .append(duration(passage.startMillis()))
                    .append("\">")
                    .append(Passage.clock(passage.startMillis(), '.'), 0, 8)
                    .append("</time>\n<p>")
                    .append(PlainText.asHtml(passage.text()).replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String duration(long millis) {
        return String.format(Locale.ROOT, "PT%dS", millis / 1000);
    }

    private static String attribute(String text) {
        return PlainText.asHtml(text).replace("\"", "&quot;");
    }
}
