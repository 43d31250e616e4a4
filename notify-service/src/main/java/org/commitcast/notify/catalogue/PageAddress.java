package org.commitcast.notify.catalogue;

import java.util.ArrayList;
import java.util.List;

/** The ways in which people write a page's address. */
final class PageAddress {
    private PageAddress() {}

    /** With and without TLS and a slash at the end, as people copy them. */
    static List<String> variants(String address) {
        String bare = address.replaceFirst("^https?://", "").replaceFirst("/$", "");
        List<String> variants = new ArrayList<>(List.of(address));
        for (String scheme : List.of("https://", "http://")) {
            variants.add(scheme + bare);
            variants.add(scheme + bare + "/");
        }
        return variants;
    }
}
