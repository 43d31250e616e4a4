package org.commitcast.notify.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that count or keep what lies elsewhere. Whatever they are called, their path holds the whole further address:
 * {@code https://counts.example/e/audio.example/1.mp3} leads to {@code https://audio.example/1.mp3}, and one may lead
 * to the next.
 */
final class Prefixes {
    /** A path's part that begins an address: with its scheme, or with what looks like a host before further path. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?i)(?<=/)(?:(https?)(?::|%3a)(?:/|%2f){1,2}|(?=(?:[a-z0-9-]+\\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)(?::\\d+)?(?:/|%2f)[^?#]))");

    /** More than anybody chains. */
    private static final int MOST = 8;

    private Prefixes() {}

    /** The addresses that this one holds, the innermost first. */
    static List<String> behind(String address) {
        List<String> found = new ArrayList<>();
        int path = address.indexOf('/', address.indexOf("//") + 2);
        Matcher beginning = BEGINNING.matcher(address);
        int from = path;
        while (from >= 0 && found.size() < MOST && beginning.find(from)) {
            String scheme = beginning.group(1) == null ? "https" : beginning.group(1);
            String rest = address.substring(beginning.end());
            found.add(0, scheme + "://" + (beginning.group(1) == null ? rest : rest.replaceAll("(?i)%2f", "/")));
            // After a scheme its own host would be found once more.
            int slash = address.indexOf('/', beginning.end());
            from = slash < 0 || slash <= beginning.end() ? -1 : slash;
        }
        return found;
    }
}
