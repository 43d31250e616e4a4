package org.commitcast.notify.source.mastodon;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.notify.source.BaseUrl;

/**
 * Where a status is.
 *
 * @param server where its author's account is, or whose copy it is
 * @param id by which that server knows it
 */
record StatusAddress(BaseUrl server, String id) {
    private static final String ID = "((?=[^/]*[0-9])[0-9A-Za-z]{1,40})";
    private static final Pattern FORM =
            Pattern.compile("(https?://[0-9A-Za-z.-]+(?::[0-9]{1,5})?)/(?:(?:web/)?@[^/]+/(?:statuses/)?" + ID
                    + "|users/[^/]+/statuses/" + ID + "|notice/" + ID + ")(?:[/?#].*)?");

    /** Reads the forms of Mastodon and of servers that speak its interface; empty for any other. */
    static Optional<StatusAddress> of(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            return Optional.empty();
        }
        String id = form.group(2) != null ? form.group(2) : form.group(3) != null ? form.group(3) : form.group(4);
        return Optional.of(new StatusAddress(new BaseUrl("", form.group(1)), id));
    }
}
