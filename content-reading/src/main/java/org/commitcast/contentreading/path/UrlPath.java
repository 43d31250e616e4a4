package org.commitcast.contentreading.path;

import java.nio.charset.StandardCharsets;

/** Paths as they stand in addresses. */
public final class UrlPath {

    private static final String KEPT = "-._~:/?[]@!$&'()*+,;=%";

    private UrlPath() {}

    /** Percent-encoded; what is encoded already stays as it is. */
    public static String encoded(String path) {
        return encoded(path, KEPT);
    }

    /**
     * The same where a tool keeps other signs.
     *
     * @param signs that stay beside letters and digits
     */
    public static String encoded(String path, String signs) {
        var encoded = new StringBuilder();
        for (var b : path.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            var kept = c < 0x80 && (Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0);
            encoded.append(kept ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    /** The same with one slash where there were several. */
    public static String joined(String... parts) {
        return String.join("/", parts).replaceAll("/{2,}", "/");
    }
}
