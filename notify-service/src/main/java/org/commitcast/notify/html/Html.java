package org.commitcast.notify.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Writes HTML. Whatever is a text comes out as one: there is no way to put markup in but by this class's own methods. */
public final class Html {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private final StringBuilder html = new StringBuilder();

    /** Markup of our own; never made of anything that was said by others. */
    public Html markup(String ours) {
        html.append(ours);
        return this;
    }

    public Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    public Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    /** An attribute of the element that is being written. */
    public Html attribute(String name, String value) {
        return markup(" " + name + "=\"").text(value).markup("\"");
    }

    /**
     * A link to an address on the web; anything else stays a text.
     *
     * @param relation words of our own, as {@code rel} has them
     */
    public Html link(String address, String relation, String text) {
        return isWeb(address)
                ? markup("<a rel=\"" + relation + "\" target=\"_blank\"")
                        .attribute("href", address)
                        .markup(">")
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
