package org.commitcast.notify.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /s/ID/SLUG}. */
final class LobstersForm implements ThreadForm {
    private static final Pattern THREAD = Pattern.compile("/s/([0-9a-z]+)(/[^/]+)?.*");

    @Override
    public Optional<ThreadAddress> read(String address) {
        return WebAddress.of(address)
                .filter(web -> web.host().equals("lobste.rs"))
                .map(web -> {
                    Matcher thread = THREAD.matcher(web.path());
                    return thread.matches()
                            ? ThreadAddress.known(
                                    "lobsters",
                                    "https://lobste.rs/s/" + thread.group(1)
                                            + (thread.group(2) == null ? "" : thread.group(2)),
                                    thread.group(1),
                                    "")
                            : ThreadAddress.unknown("lobsters", address);
                });
    }
}
