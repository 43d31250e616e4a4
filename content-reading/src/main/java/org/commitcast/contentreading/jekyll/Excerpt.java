package org.commitcast.contentreading.jekyll;

import org.commitcast.contentreading.generator.LinkDefinitions;

/** The beginning of a document, up to the excerpt separator. */
final class Excerpt {

    private Excerpt() {}

    /** The excerpt's source, with the link definitions from further down that it uses. */
    static String of(String body, String separator) {
        var at = separator.isEmpty() ? -1 : body.indexOf(separator);
        return at < 0 ? body : LinkDefinitions.with(body.substring(0, at), body, at + separator.length());
    }
}
