package org.commitcast.notify.channel.mastodon;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of links. Servers give them back in another form: escaped, in Punycode, with a slash for an empty path. */
final class LinkAddress {
    private static final Pattern PARTS = Pattern.compile("(?i)(https?://)([^/?#]+)/?(.*)");

    private LinkAddress() {}

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String address) {
        Matcher parts = PARTS.matcher(address.strip());
        if (!parts.matches()) {
            return address;
        }
        try {
            return parts.group(1).toLowerCase(Locale.ROOT)
                    + IDN.toASCII(parts.group(2)).toLowerCase(Locale.ROOT)
                    + "/"
                    + URLDecoder.decode(parts.group(3).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A host or an escape that is none: it is compared as it stands.
            return address;
        }
    }
}
