package org.commitcast.announcementtext;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Text from content, made fit for other people's timelines. */
final class PlainText {
    /** Controls, and the characters that turn the direction of what follows them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_])([@\\uff20])(?=\\S)");

    private PlainText() {}

    /** On one line, pinging nobody: an invisible space separates every {@code @} from the name behind it. */
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String oneLine = SPACE.matcher(text).replaceAll(" ");
        String visible = INVISIBLE.matcher(oneLine).replaceAll("").strip();
        return MENTION.matcher(visible).replaceAll("$1\u200b");
    }

    static String ofHtml(@Nullable String html) {
        return html == null ? "" : of(Jsoup.parse(html).text());
    }
}
