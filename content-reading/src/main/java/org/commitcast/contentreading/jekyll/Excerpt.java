package org.commitcast.contentreading.jekyll;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** The beginning of a document, up to the excerpt separator. */
public final class Excerpt {

    private static final Pattern LINK_DEFINITION = Pattern.compile("(?m)^ {0,3}(\\[[^\\]]+\\])(:.+)$");

    private Excerpt() {}

    /** The excerpt's source, with the link definitions from further down that it uses. */
    public static String of(String body, String separator) {
        var at = separator.isEmpty() ? -1 : body.indexOf(separator);
        if (at < 0) {
            return body;
        }
        var head = body.substring(0, at);
        var definitions = new ArrayList<String>();
        var matcher = LINK_DEFINITION.matcher(body).region(at + separator.length(), body.length());
        while (matcher.find()) {
            if (head.contains(matcher.group(1))) {
                definitions.add(matcher.group(1) + matcher.group(2));
            }
        }
        return definitions.isEmpty() ? head : head + "\n\n" + String.join("\n", definitions);
    }
}
