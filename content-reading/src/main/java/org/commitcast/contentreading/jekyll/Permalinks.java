package org.commitcast.contentreading.jekyll;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Addresses of documents as Jekyll writes them. */
public final class Permalinks {

    private static final String KEPT = "-._~:/?[]@!$&'()*+,;=%";

    private Permalinks() {}

    /** The path of a document's page from the site's root on, percent-encoded. */
    public static String path(String pattern, Placeholders placeholders) {
        var filled = placeholders.fill(pattern, Map.of());
        return encoded(("/" + filled).replace("..", "/").replace("./", "").replaceAll("/{2,}", "/"));
    }

    private static String encoded(String path) {
        var encoded = new StringBuilder();
        for (var b : path.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            var kept = c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            encoded.append(kept ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
