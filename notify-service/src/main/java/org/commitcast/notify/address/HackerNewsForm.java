package org.commitcast.notify.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code item?id=ID}. */
final class HackerNewsForm implements ThreadForm {
    private static final Pattern ID = Pattern.compile("(?:.*&)?id=(\\d+)(?:&.*)?");

    @Override
    public Optional<ThreadAddress> read(String address) {
        return WebAddress.of(address)
                .filter(web -> web.host().equals("news.ycombinator.com"))
                .map(web -> {
                    Matcher id = ID.matcher(web.query());
                    return web.path().equals("/item") && id.matches()
                            ? ThreadAddress.known(
                                    "hackernews",
                                    "https://news.ycombinator.com/item?id=" + id.group(1),
                                    id.group(1),
                                    "")
                            : ThreadAddress.unknown("hackernews", address);
                });
    }
}
