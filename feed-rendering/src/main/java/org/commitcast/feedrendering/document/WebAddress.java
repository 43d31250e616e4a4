package org.commitcast.feedrendering.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that a reader may follow: absolute ones of the web, and no scripts. */
public final class WebAddress {
    private WebAddress() {}

    /** Whether it is one. */
    public static boolean is(String text) {
        return parse(text).isPresent();
    }

    /** The address in parts. */
    public static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
