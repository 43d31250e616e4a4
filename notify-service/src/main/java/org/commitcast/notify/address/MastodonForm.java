package org.commitcast.notify.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /@WHO/ID} or {@code /users/WHO/statuses/ID} on a server of any name, and how servers that speak Mastodon's
 * protocol write it. Ids hold a digit, unlike the parts of profiles on other platforms whose users have such names.
 */
final class MastodonForm implements ThreadForm {
    private static final String ID = "((?=[^/]*[0-9])[0-9A-Za-z]+)";
    private static final Pattern STATUS = Pattern.compile("(?:/web|/deck)?/@([^/]+)/(?:statuses/)?" + ID
            + "|/users/([^/]+)/statuses/" + ID + "|/(?:web/statuses|notice)/" + ID);

    @Override
    public Optional<ThreadAddress> read(String address) {
        return WebAddress.of(address).flatMap(web -> {
            Matcher status = STATUS.matcher(web.path());
            return status.matches() ? Optional.of(known(address, web, status)) : Optional.empty();
        });
    }

    private static ThreadAddress known(String address, WebAddress web, Matcher status) {
        String who = status.group(1) == null ? status.group(3) : status.group(1);
        String id = id(status);
        boolean plain = who != null && !web.path().contains("/@" + who + "/statuses/");
        String url = plain ? WebAddress.scheme(address) + "://" + web.host() + "/@" + who + "/" + id : address;
        return ThreadAddress.known("mastodon", url, id, web.host() + " ");
    }

    private static String id(Matcher status) {
        if (status.group(2) != null) {
            return status.group(2);
        }
        return status.group(4) == null ? status.group(5) : status.group(4);
    }
}
