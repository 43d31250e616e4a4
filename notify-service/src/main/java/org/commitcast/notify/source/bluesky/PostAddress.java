package org.commitcast.notify.source.bluesky;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post.
 *
 * @param author a DID, which stays, or a handle, which may become another's
 * @see <a href="https://atproto.com/specs/at-uri-scheme">AT URIs</a>
 */
record PostAddress(String author, String key) {
    private static final Pattern FORM = Pattern.compile(
            "(?:at://([^/?#]+)/app\\.bsky\\.feed\\.post|https?://bsky\\.app/profile/([^/?#]+)/post)/([0-9A-Za-z]{1,40})(?:[/?#].*)?");

    static Optional<PostAddress> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String author = form.group(1) == null ? form.group(2) : form.group(1);
        return Optional.of(
                new PostAddress(author.startsWith("did:") ? author : author.toLowerCase(Locale.ROOT), form.group(3)));
    }

    String uri() {
        return "at://" + author + "/app.bsky.feed.post/" + key;
    }

    String page() {
        return "https://bsky.app/profile/" + author + "/post/" + key;
    }

    boolean isByHandle() {
        return !author.startsWith("did:");
    }
}
