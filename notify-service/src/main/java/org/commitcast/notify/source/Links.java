package org.commitcast.notify.source;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Links of a post, which can have several. */
public final class Links {
    private Links() {}

    /** The one that a search most likely meant, by how far it begins like the address that was searched for. */
    public static @Nullable String closest(URI address, List<String> links) {
        String wanted = plain(address.toString());
        return links.stream()
                .filter(link -> link.matches("(?i)https?://.+"))
                .max(Comparator.comparingInt(link -> inCommon(wanted, plain(link))))
                .orElse(null);
    }

    private static String plain(String link) {
        return link.toLowerCase(Locale.ROOT).replaceFirst("^https?://(www\\.)?", "");
    }

    private static int inCommon(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
