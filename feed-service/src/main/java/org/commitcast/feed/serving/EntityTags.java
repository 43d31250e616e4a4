package org.commitcast.feed.serving;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of If-None-Match or If-Match.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, 13.1</a>
 */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\\G[\\s,]*(W/)?(\"[^\"]*\")");

    private EntityTags() {}

    /** Whether one of them is this strong tag. Weak comparison: a cache may have weakened what we gave. */
    static boolean include(String header, String etag) {
        return header.equals(etag) || include(header, etag, true);
    }

    /** Whether one of them is this strong tag, and not weakened. */
    static boolean includeStrong(String header, String etag) {
        return header.equals(etag) || include(header, etag, false);
    }

    private static boolean include(String header, String etag, boolean weakened) {
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (tags.group(2).equals(etag) && (weakened || tags.group(1) == null)) {
                return true;
            }
        }
        return false;
    }
}
