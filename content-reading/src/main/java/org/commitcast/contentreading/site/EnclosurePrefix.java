package org.commitcast.contentreading.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of a measuring service in front of every enclosure.
 *
 * @param url with or without the closing slash
 */
public record EnclosurePrefix(String url, Target target) {

    /** How the enclosure's own address is written behind the prefix. */
    public enum Target {
        /** {@code https://prefix/host/path}, as Podtrac, OP3 and Blubrry want it. */
        WITHOUT_SCHEME,
        /** {@code https://prefix/https://host/path}. */
        WHOLE,
        /** {@code https://prefix/https%3A%2F%2Fhost%2Fpath}. */
        ENCODED
    }

    /** The prefixed address; an address that already has the prefix stays as it is. */
    public String before(String enclosure) {
        if (enclosure.startsWith(url)) {
            return enclosure;
        }
        var joint = url.endsWith("/") || url.endsWith("=") ? url : url + "/";
        return joint
                + switch (target) {
                    case WITHOUT_SCHEME -> enclosure.replaceFirst("^https?://", "");
                    case WHOLE -> enclosure;
                    case ENCODED -> URLEncoder.encode(enclosure, StandardCharsets.UTF_8);
                };
    }
}
