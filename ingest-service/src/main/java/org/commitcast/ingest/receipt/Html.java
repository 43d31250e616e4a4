package org.commitcast.ingest.receipt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Writes HTML. Whatever is a text comes out as one: there is no way to put markup in but by this class's own methods. */
final class Html {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");

    private final StringBuilder html = new StringBuilder();

    /** Markup of our own; never made of anything that was said by others. */
    Html markup(String ours) {
        html.append(ours);
        return this;
    }

    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    /** A link to an address on the web; anything else stays a text. */
    Html link(String address, String text) {
        return isWeb(address)
                ? markup("<a rel=\"noreferrer nofollow\" href=\"")
                        .text(address)
                        .markup("\">")
                        .text(text)
                        .markup("</a>")
                : text(text);
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String escaped(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
