package org.commitcast.notify.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways in which people write a page's address. */
final class PageAddress {
    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_[a-z_]+|fbclid|gclid|mc_[ce]id|igshid|ref_src)(?:=.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDING = Pattern.compile("(?:/index)?\\.html?$|/+$");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    private PageAddress() {}

    /**
     * What all of them have in common: without scheme, {@code www.}, usual port, slash or {@code .html} at the end,
     * fragment, and what counts visitors. What is no address on the web stays as it is.
     */
    static String plain(String name) {
        try {
            URI uri = new URI(new URI(name.strip()).toASCIIString());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null) {
                return host(uri) + path(uri.getRawPath()) + query(uri.getRawQuery());
            }
        } catch (URISyntaxException e) {
            // A guid may be anything.
        }
        return name.strip();
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        int port = uri.getPort();
        return port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
    }

    private static String path(@Nullable String path) {
        String plain = ESCAPE.matcher(path == null ? "" : path)
                .replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
        return ENDING.matcher(ENDING.matcher(plain).replaceFirst("")).replaceFirst("");
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
