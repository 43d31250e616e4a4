package org.commitcast.notify.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /r/SUB/comments/ID/SLUG/}, under the names of Reddit's many front ends, and its short links. */
final class RedditForm implements ThreadForm {
    private static final Pattern HOST = Pattern.compile("(.*\\.)?(reddit\\.com|redd\\.it)");
    private static final Pattern THREAD =
            Pattern.compile("(/(?:r|u|user)/[^/]+)?/comments/([0-9A-Za-z]+)(?:/([^/]*))?(?:/.*)?");
    private static final Pattern SHORT = Pattern.compile("(?:/(?:tb/)?)([0-9A-Za-z]+)");

    @Override
    public Optional<ThreadAddress> read(String address) {
        return WebAddress.of(address)
                .filter(web -> HOST.matcher(web.host()).matches())
                .map(web -> thread(address, web));
    }

    private static ThreadAddress thread(String address, WebAddress web) {
        Matcher thread = THREAD.matcher(web.path());
        if (thread.matches()) {
            String within = thread.group(1) == null ? "" : thread.group(1);
            String slug = thread.group(3) == null || thread.group(3).isEmpty() ? "" : thread.group(3) + "/";
            return known(within + "/comments/", thread.group(2), slug);
        }
        Matcher shortLink = SHORT.matcher(web.path());
        boolean named = web.host().endsWith("redd.it") || web.path().startsWith("/tb/");
        return named && shortLink.matches()
                ? known("/comments/", shortLink.group(1), "")
                : ThreadAddress.unknown("reddit", address);
    }

    private static ThreadAddress known(String before, String id, String slug) {
        String lower = id.toLowerCase(Locale.ROOT);
        String path = Escapes.encoded(before + lower + "/" + slug);
        return ThreadAddress.known("reddit", "https://www.reddit.com" + path, lower, "");
    }
}
