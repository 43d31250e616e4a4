package org.commitcast.notify.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /post/ID} on a server of any name. */
final class LemmyForm implements ThreadForm {
    private static final Pattern HOST = Pattern.compile("lemmy\\..*|(.*\\.)?lemmy\\.[a-z]+");
    private static final Pattern POST = Pattern.compile("/post/([0-9]+)(/[0-9]+)?");
    private static final Pattern COMMENT = Pattern.compile("/comment/[0-9]+");

    @Override
    public Optional<ThreadAddress> read(String address) {
        return WebAddress.of(address).flatMap(web -> {
            Matcher post = POST.matcher(web.path());
            if (post.matches()) {
                String id = post.group(1);
                return Optional.of(ThreadAddress.known(
                        "lemmy",
                        WebAddress.scheme(address) + "://" + web.host() + "/post/" + id,
                        id,
                        web.host() + " "));
            }
            boolean lemmy = HOST.matcher(web.host()).matches()
                    || COMMENT.matcher(web.path()).matches();
            return lemmy ? Optional.of(ThreadAddress.unknown("lemmy", address)) : Optional.empty();
        });
    }
}
