package org.commitcast.announcementtext;

import java.util.function.UnaryOperator;

/**
 * How a platform writes plain text: what would be markup in it, or would call somebody, is made harmless. Templates are
 * in the platform's own markup; only the values in them are escaped.
 *
 * @param escaping of a value that is no link
 * @param linking of the item's address
 */
public record Markup(UnaryOperator<String> escaping, UnaryOperator<String> linking) {
    /** For platforms that take text as it is. */
    public static final Markup PLAIN = new Markup(text -> text, url -> url);

    String of(Key key, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return key == Key.URL ? linking.apply(value) : escaping.apply(value);
    }
}
