package org.commitcast.notify.discussionpage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of If-None-Match.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, 13.1.2</a>
 */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\\G[\\s,]*(?:W/)?(\"[^\"]*\")");

    private EntityTags() {}

    /** Whether one of them is this tag. Weak comparison: a cache may have weakened what we gave. */
    static boolean include(String header, String etag) {
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (tags.group(1).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
