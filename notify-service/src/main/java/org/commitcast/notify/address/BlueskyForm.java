package org.commitcast.notify.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /profile/WHO/post/KEY}, or {@code at://WHO/app.bsky.feed.post/KEY}. Who is a handle or a DID; that both are
 * one account is not in the address, but a key is made of the time to the microsecond and so good as its own.
 *
 * @see <a href="https://atproto.com/specs/tid">what keys are made of</a>
 */
final class BlueskyForm implements ThreadForm {
    private static final Pattern PAGE = Pattern.compile("/profile/([^/]+)/post/([0-9A-Za-z]+)(?:/.*)?");
    private static final Pattern AT = Pattern.compile("at://([^/]+)/app\\.bsky\\.feed\\.post/([0-9A-Za-z]+)/?");

    @Override
    public Optional<ThreadAddress> read(String address) {
        Matcher at = AT.matcher(address);
        if (at.matches()) {
            return Optional.of(known(at));
        }
        return WebAddress.of(address)
                .filter(web -> web.host().equals("bsky.app"))
                .map(web -> {
                    Matcher page = PAGE.matcher(web.path());
                    return page.matches() ? known(page) : ThreadAddress.unknown("bluesky", address);
                });
    }

    private static ThreadAddress known(Matcher post) {
        String who =
                post.group(1).startsWith("did:") ? post.group(1) : post.group(1).toLowerCase(Locale.ROOT);
        String key = post.group(2);
        return new ThreadAddress(
                "bluesky",
                "https://bsky.app/profile/" + who + "/post/" + key,
                "at://" + who + "/app.bsky.feed.post/" + key,
                "bluesky " + key);
    }
}
