package org.commitcast.contentevents;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where on a platform something is submitted, as people write it. */
final class Community {
    private static final String HOST =
            "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\\d{1,5})?";

    /** A person's own page is a community too: u_ and up to 20 letters. */
    private static final Pattern REDDIT = Pattern.compile("/?(?:r/)?([A-Za-z0-9_]{2,22})/?");

    private static final Pattern LEMMY = Pattern.compile("!?([a-z0-9_]{1,255})@(" + HOST + ")");

    private static final Pattern SERVER = Pattern.compile("(?:https://)?(" + HOST + ")/?");

    private Community() {}

    /**
     * In the form in which it is kept.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    static String read(String platform, Object said) {
        var text = said.toString().strip();
        return switch (platform) {
            case "reddit" ->
                matched(REDDIT, text, "must be a community's name, such as harbours")
                        .group(1);
            case "lemmy" -> {
                var name = matched(
                        LEMMY,
                        text.toLowerCase(Locale.ROOT),
                        "must be a community at its server, such as harbours@lemmy.example");
                yield name.group(1) + "@" + name.group(2);
            }
            case "mastodon" ->
                matched(SERVER, text.toLowerCase(Locale.ROOT), "must be a server's name, such as social.example")
                        .group(1);
            default -> {
                if (!text.equalsIgnoreCase("true")) {
                    throw new IllegalArgumentException("must be true or false: the platform has no communities");
                }
                yield "true";
            }
        };
    }

    private static Matcher matched(Pattern form, String text, String otherwise) {
        var matcher = form.matcher(text);
        if (!matcher.matches() || text.equalsIgnoreCase("true")) {
            throw new IllegalArgumentException(otherwise);
        }
        return matcher;
    }
}
