package org.commitcast.notify.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in the form in which two spellings of it are equal. What differs between the ways in which people copy and
 * servers give back one address is left out: scheme, {@code www.}, default port, slash or {@code .html} at the end,
 * escapes, what follows readers about, and the place within the page.
 *
 * @param host lower case, in Punycode
 * @param path decoded, without a slash at its end
 * @param query sorted; empty where none is left
 */
public record WebAddress(String host, String path, String query) {
    /** As in RFC 3986, appendix B; lenient about characters, because people and servers are. */
    private static final Pattern PARTS = Pattern.compile("(?i)https?://([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

    private static final Pattern HOST = Pattern.compile("(?:[^@]*@)?(?:www\\.)?([^:@]+?)\\.?(?::(\\d*))?");
    private static final Pattern INDEX = Pattern.compile("(?i)/(index|default)\\.(html?|php|aspx?)$");
    private static final Pattern PAGE_TYPE = Pattern.compile("(?i)(?<=[^/])\\.html?$");

    private static final Pattern RECORDING = Pattern.compile(
            "(?is)[^#]*[^/#]\\.(mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|aiff?|wma|mka|mp4|m4v|mov|mkv|ogv|webm)");

    private static final int LONGEST = 4000;

    /** Empty where it is no address on the web. */
    public static Optional<WebAddress> of(String address) {
        Matcher parts = PARTS.matcher(address.strip());
        return address.length() > LONGEST || !parts.matches()
                ? Optional.empty()
                : host(parts.group(1))
                        .map(host -> new WebAddress(
                                host, path(parts.group(2), parts.group(4)), Tracking.removed(parts.group(3))));
    }

    private static Optional<String> host(String authority) {
        Matcher host = HOST.matcher(authority.toLowerCase(Locale.ROOT));
        if (!host.matches()) {
            return Optional.empty();
        }
        String port = host.group(2);
        boolean usual = port == null || port.isEmpty() || port.equals("80") || port.equals("443");
        try {
            return Optional.of(IDN.toASCII(host.group(1)) + (usual ? "" : ":" + port));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String path(String path, String fragment) {
        String plain = Escapes.decoded(path);
        String page = PAGE_TYPE.matcher(INDEX.matcher(plain).replaceFirst("/")).replaceFirst("");
        // Pages that scripts show by what stands behind the sign: there it is a path.
        boolean route = fragment != null && (fragment.startsWith("!") || fragment.startsWith("/"));
        return withoutSlash(page) + (route ? "#" + withoutSlash(Escapes.decoded(fragment)) : "");
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** {@code http} or {@code https}. */
    static String scheme(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("http:") ? "http" : "https";
    }

    /** Host and path; what is left where an address is written within another. */
    String bare() {
        return host + path;
    }

    /** Whether the path ends in the name of an audio or video file, which parameters make no other. */
    boolean isRecording() {
        return RECORDING.matcher(path).matches();
    }

    /** Whether it names something beyond the host itself. */
    boolean isDeep() {
        return !path.isEmpty() || !query.isEmpty();
    }

    @Override
    public String toString() {
        return bare() + (query.isEmpty() ? "" : "?" + query);
    }
}
